"""From the data folder to the report: the only place that knows YAML."""
