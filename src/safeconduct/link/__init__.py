"""Who is the same person: lists linked across scripts, judged by people, merged reversibly."""
