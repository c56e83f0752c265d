"""Many offers, a row for each: judged by any executor, written in the order of the inputs, nothing kept."""
