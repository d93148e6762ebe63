"""Analysis values as Qt models; they compute nothing while painting."""
