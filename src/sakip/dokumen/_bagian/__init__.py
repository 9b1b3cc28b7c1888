"""The parts that several forms share, each read and laid out: head, sasaran, money, who signs."""
