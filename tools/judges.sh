#!/usr/bin/env bash
# Runs judges.py with the Python that RHYTON_PYTHON names; .ci/run calls it.
set -euo pipefail
exec "${RHYTON_PYTHON:-python3}" "$(dirname "${BASH_SOURCE[0]}")/judges.py" "$@"
