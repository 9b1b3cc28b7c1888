// Capaian dari pohon dan realisasi yang disimpan aplikasi sendiri.
package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
)

// Baris ialah capaian satu indikator. Angka yang tidak ada ialah nil, tidak pernah nol.
type Baris struct {
	IDIndikator string  `json:"id_indikator"`
	Indikator   string  `json:"indikator"`
	Capaian     *string `json:"capaian"`
	Keterangan  string  `json:"keterangan"`
}

// HitungCapaian menjalankan sakip tanpa shell, jadi tidak ada yang perlu dikutip.
func HitungCapaian(pohon []byte, realisasi [][]string, periode string) ([]Baris, error) {
	folder, err := os.MkdirTemp("", "sakip-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	berkasPohon := filepath.Join(folder, "pohon.json")
	berkasRealisasi := filepath.Join(folder, "realisasi.csv")
	var tabel bytes.Buffer
	if err := csv.NewWriter(&tabel).WriteAll(realisasi); err != nil {
		return nil, err
	}
	if err := os.WriteFile(berkasPohon, pohon, 0o600); err != nil {
		return nil, err
	}
	if err := os.WriteFile(berkasRealisasi, tabel.Bytes(), 0o600); err != nil {
		return nil, err
	}
	perintah := exec.Command("sakip", "capaian", berkasPohon, berkasRealisasi, "--periode", periode, "--json")
	keluaran, err := perintah.Output()
	var galat *exec.ExitError
	if errors.As(err, &galat) && galat.ExitCode() > 1 {
		return nil, errors.New(string(galat.Stderr))
	} else if err != nil && galat == nil {
		return nil, err
	}
	var laporan struct{ Baris []Baris }
	err = json.Unmarshal(keluaran, &laporan)
	return laporan.Baris, err
}

func main() {
	pohon, err := os.ReadFile("pohon.json")
	if err != nil {
		log.Fatal(err)
	}
	realisasi := [][]string{
		{"id_indikator", "periode", "pembilang", "penyebut", "kendala"},
		{"IK1", "2025", "880", "1000", `Data "ganda", dua dinas`},
	}
	baris, err := HitungCapaian(pohon, realisasi, "2025")
	if err != nil {
		log.Fatal(err)
	}
	for _, satu := range baris {
		hasil := satu.Keterangan
		if satu.Capaian != nil {
			angka, _ := new(big.Rat).SetString(*satu.Capaian)
			hasil = angka.FloatString(2) // setengah ke atas, tanpa melewati float
		}
		fmt.Printf("%s: %s\n", satu.Indikator, hasil)
	}
}
