"""From matched words to TIMEX3 values; `registry` names the functions that rules may call."""
