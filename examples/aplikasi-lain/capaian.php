<?php

declare(strict_types=1);

/**
 * Capaian dari pohon dan realisasi yang disimpan aplikasi sendiri.
 *
 * @param string $pohon JSON sakip, seperti tersimpan
 * @param list<array<string, string>> $realisasi baris dari basis data; angkanya teks
 * @return list<array<string, mixed>>
 */
function hitung_capaian(string $pohon, array $realisasi, string $periode): array
{
    $berkas_pohon = tulis_sementara('.json', $pohon);
    $berkas_realisasi = tulis_sementara('.csv', ke_csv($realisasi));
    try {
        [$kode, $keluaran, $pesan] = jalankan(
            ['sakip', 'capaian', $berkas_pohon, $berkas_realisasi, '--periode', $periode, '--json']
        );
    } finally {
        unlink($berkas_pohon);
        unlink($berkas_realisasi);
    }
    if ($kode > 1) {
        throw new RuntimeException($pesan);
    }
    return json_decode($keluaran, true, flags: JSON_THROW_ON_ERROR)['baris'];
}

/**
 * Larik, bukan satu baris perintah: tidak ada shell, jadi tidak ada yang perlu dikutip.
 *
 * @param non-empty-list<string> $perintah
 * @return array{int, string, string} kode keluar, keluaran, pesan
 */
function jalankan(array $perintah): array
{
    $pesan = tmpfile();
    $proses = proc_open($perintah, [0 => ['file', '/dev/null', 'r'], 1 => ['pipe', 'w'], 2 => $pesan], $pipa);
    if ($proses === false) {
        throw new RuntimeException("{$perintah[0]} tidak dapat dijalankan");
    }
    $keluaran = stream_get_contents($pipa[1]);
    $kode = proc_close($proses);
    rewind($pesan);
    return [$kode, $keluaran, stream_get_contents($pesan)];
}

function tulis_sementara(string $akhiran, string $isi): string
{
    $nama = sys_get_temp_dir() . '/sakip-' . bin2hex(random_bytes(8)) . $akhiran;
    file_put_contents($nama, $isi);
    return $nama;
}

/** @param list<array<string, string>> $baris */
function ke_csv(array $baris): string
{
    $aliran = fopen('php://memory', 'r+');
    fputcsv($aliran, array_keys($baris[0]), escape: '');
    foreach ($baris as $satu) {
        fputcsv($aliran, $satu, escape: '');
    }
    rewind($aliran);
    return stream_get_contents($aliran);
}

$pohon = file_get_contents(__DIR__ . '/pohon.json');
$realisasi = [
    ['id_indikator' => 'IK1', 'periode' => '2025', 'pembilang' => '880', 'penyebut' => '1000', 'kendala' => 'Data "ganda", dua dinas'],
];
foreach (hitung_capaian($pohon, $realisasi, '2025') as $baris) {
    $hasil = $baris['capaian'] === null ? $baris['keterangan'] : $baris['capaian'];
    echo "{$baris['indikator']}: {$hasil}\n";
}
