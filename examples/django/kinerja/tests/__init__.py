"""What must hold on every database."""
