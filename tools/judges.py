#!/usr/bin/env python3
"""Python Keras judges what Rhyton writes, and the other way round.

    RHYTON_KERAS_3_5=DIR python judges.py           # python: one with tensorflow-cpu and Keras 3.15
    python judges.py --self-test                  # judges the judges; needs no Java

Small models go to `./rhyton fit`, `predict`, `evaluate` and `convert`, what comes back goes to Keras: a `.keras` file
must load with its optimizer, predict the same and go on training with the same history as in Java; a SavedModel must
show its variables, be trainable and serve. Files that Python wrote, trained ones included, must mean the same in Java.
With RHYTON_KERAS_3_5 (a folder made by `pip install --target DIR --no-deps keras==3.5.0`) Keras 3.5 judges as well.

One line a check on stdout, last `N passed, M failed`; exit code 1 if M > 0.
"""
import argparse
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
import threading

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = ["convnet", "two_inputs", "sequence", "shared_average"]
TIME_LIMIT = 180  # seconds for one call of ./rhyton
PREDICTED = 1e-5  # tolerances: the same weights in the same network
TRAINED = 1e-4  # numbers that went through six or twelve steps of training


class Keras:
    """One version of Keras in a process of its own."""

    def __init__(self, folder=None):
        env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        if folder:
            env["PYTHONPATH"] = folder
        worker = os.path.join(HERE, "judge_worker.py")
        self.log = tempfile.TemporaryFile("w+")
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": self.log}
        self.process = subprocess.Popen([sys.executable, worker], text=True, env=env, **pipes)
        self.lock = threading.Lock()

    def __getattr__(self, command):
        return lambda *args: self.call(command, args)

    def call(self, command, args):
        with self.lock:
            try:
                self.process.stdin.write(json.dumps([command, args]) + "\n")
                self.process.stdin.flush()
            except BrokenPipeError:
                pass  # it ended; what it wrote last says why
            line = self.process.stdout.readline()
        if not line:
            self.log.seek(0)
            raise RuntimeError(f"Keras process ended: {self.log.read()[-2000:]}")
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Java:
    """The command line of Rhyton."""

    def __init__(self, launcher):
        self.launcher = launcher

    def run(self, *argv):
        done = subprocess.run([self.launcher, *argv], capture_output=True, text=True, timeout=TIME_LIMIT)
        if done.returncode:
            raise RuntimeError(f"exit code {done.returncode} of rhyton {' '.join(argv)}: {done.stderr.strip()[-600:]}")
        return done.stdout


class StandIn:
    """Python in Java's place, for --self-test; `spoiled` names a fault that it then makes."""

    def __init__(self, keras, spoiled=None):
        self.keras, self.spoiled = keras, spoiled

    def run(self, *argv):
        return self.keras.self_test_cli(argv, self.spoiled)


def shortened(text, limit=600):
    """One line; of a long one the start and the end, where Keras's nested messages say the reason."""
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[:limit // 2]} ... {text[-limit // 2:]}"


class Report:
    """The checks of one group, in order."""

    def __init__(self, title):
        self.title, self.results = title, []

    def check(self, text, judge):
        """judge() returns what is wrong, a list of texts; a failure of its own is one more thing wrong."""
        try:
            problems = judge()
        except Exception as e:
            problems = [f"{e}" if isinstance(e, RuntimeError) else f"{type(e).__name__}: {e}"]
        self.results.append((f"{self.title}: {text}", problems))

    def print(self):
        for text, problems in self.results:
            print(f"{'FAIL' if problems else 'PASS'} {text}")
            for problem in problems[:8]:
                print("     " + shortened(problem))
        sys.stdout.flush()

    @property
    def failed(self):
        return [text for text, problems in self.results if problems]


def differences(got, want, rtol):
    """What differs between two dictionaries of numbers or arrays."""
    if sorted(got) != sorted(want):
        return [f"there are {sorted(got)}, expected {sorted(want)}"]
    problems = []
    for k in want:
        a, b = np.asarray(got[k], "float64"), np.asarray(want[k], "float64")
        if a.shape != b.shape:
            problems.append(f"{k}: shape {a.shape}, expected {b.shape}")
        elif not np.allclose(a, b, rtol=rtol, atol=rtol):
            problems.append(f"{k}: differs by up to {np.max(np.abs(a - b)):.2g}")
    return problems


def arrays(path):
    with np.load(path, allow_pickle=False) as f:
        return {k: f[k] for k in f.files}


def read_json(path):
    with open(path) as f:
        return json.load(f)


class ModelJudge:
    """Everything about one model. `folder` has what each Keras made in a folder of its version."""

    def __init__(self, name, folder, java, kerases, facts):
        self.name, self.folder, self.java, self.kerases, self.facts = name, folder, java, kerases, facts
        self.newest = next(iter(kerases))
        self.report = Report(name)

    def path(self, suffix, version=None):
        return os.path.join(self.folder, version or self.newest, self.name + suffix)

    def fit(self, file, out, history):
        more = ["--epochs", "2", "--batch-size", "16", "--no-shuffle", "--history", history, "--out", out]
        self.java.run("fit", file, "--data", self.path(".data.npz"), *more)
        return read_json(history)

    def predict(self, model, out, *more):
        self.java.run("predict", model, "--inputs", self.path(".inputs.npz"), "--out", out, *more)
        return arrays(out)

    def judge(self):
        self.java_reads_python()
        self.java_writes()
        for version, keras in self.kerases.items():
            self.keras_reads(version, keras)
        return self.report

    # ---- what Python wrote, in Java
    def java_reads_python(self):
        check, facts = self.report.check, self.facts[self.newest]
        fresh = arrays(self.path(".fresh.npz"))

        def predicts():
            return differences(self.predict(self.path(".keras"), self.path(".fresh-java.npz")), fresh, PREDICTED)

        def serves():
            got = self.predict(self.path("-export"), self.path(".export-java.npz"), "--signature", "serving_default")
            return differences(got, fresh, PREDICTED)

        def evaluates():
            out = self.path(".evaluate.json")
            more = ["--data", self.path(".data.npz"), "--batch-size", "16", "--out", out]
            self.java.run("evaluate", self.path(".keras"), *more)
            return differences(read_json(out), facts["evaluate"], PREDICTED)

        def trains():
            history = self.fit(self.path(".keras"), self.path(".java.keras"), self.path(".java.json"))
            return differences(history, facts["history"], TRAINED)

        check("Java predicts as Python does", predicts)
        check("Java runs the signature of Python's export", serves)
        check("Java evaluates as Python does", evaluates)
        check("Java trains as Python does", trains)
        for version in self.kerases:
            check(f"Java goes on with the file that Keras {version} trained", lambda: self.goes_on(version))

    def goes_on(self, version):
        out = self.path(".from-python.keras", version)
        history = self.fit(self.path(".trained.keras", version), out, self.path(".from-python.json", version))
        got = self.predict(out, self.path(".from-python.npz", version))
        want = arrays(self.path(".trained-on.npz", version))
        return differences(history, self.facts[version]["history_on"], TRAINED) + differences(got, want, TRAINED)

    # ---- what Java writes, in Java
    def java_writes(self):
        java, saved = self.path(".java.keras"), self.path("-java")
        facts = self.facts[self.newest]

        def goes_on():
            history = self.fit(java, self.path(".java-on.keras"), self.path(".java-on.json"))
            return differences(history, facts["history_on"], TRAINED)

        def saved_model():
            expected = self.predict(java, self.path(".java.npz"))
            on = self.predict(self.path(".java-on.keras"), self.path(".java-on.npz"))
            continued = {k.replace("predict", "continued"): v for k, v in on.items()}
            np.savez(self.path(".java-expected.npz"), **expected, **continued)
            served = {f"serving_default/output_{i}": expected[k] for i, k in enumerate(sorted(expected))}
            np.savez(self.path(".java-served.npz"), **served)
            inputs = arrays(self.path(".inputs.npz"))
            named = {name: inputs[k] for name, k in zip(facts["inputs"], sorted(inputs))}
            np.savez(self.path(".arguments.npz"), **named)
            self.java.run("convert", java, saved)
            self.java.run("convert", saved, self.path(".java-back.keras"))
            return differences(self.predict(saved, self.path(".java-saved.npz")), expected, PREDICTED)

        self.report.check("Java goes on with its own file as Python does with its own", goes_on)
        self.report.check("Java's SavedModel predicts as its .keras", saved_model)

    # ---- what Java wrote, in Python
    def keras_reads(self, version, keras):
        java, data, expected = self.path(".java.keras"), self.path(".data.npz"), self.path(".java-expected.npz")
        saved, named = self.path("-java"), self.path(".arguments.npz")
        strict = ["--rtol", str(PREDICTED), "--atol", str(PREDICTED)]

        def goes_on():
            plan = self.path(f".continue-{version}.json")
            fit, history = {"epochs": 2, "batch_size": 16}, read_json(self.path(".java-on.json"))
            with open(plan, "w") as f:
                json.dump({"fit": fit, "history": history, "tolerance": {"rtol": TRAINED}}, f)
            return keras.check(java, data, expected, "--continue-fit", plan, *strict)

        def serves():
            count = ["--trainable-variables", str(self.facts[self.newest]["trainable"])]
            return keras.check(saved, named, self.path(".java-served.npz"), *count, *strict)

        def check(text, judge):
            self.report.check(f"Keras {version} {text}", judge)

        check("loads Java's .keras, predicts the same, goes on with the same history", goes_on)
        check(
            "finds weights and optimizer in it as Python's own training leaves them",
            lambda: keras.check_state(java, self.path(".trained-state.npz"), TRAINED),
        )
        check(
            "finds them in what Java trained on",
            lambda: keras.check_state(self.path(".java-on.keras"), self.path(".trained-on-state.npz"), TRAINED),
        )
        check("and TensorFlow call serving_default of Java's SavedModel", serves)
        check(
            "finds the model's variables in it, TensorFlow trains them",
            lambda: keras.check_fine_tuning(saved, java, named),
        )
        check(
            "loads the SavedModel turned back into a .keras",
            lambda: keras.check(self.path(".java-back.keras"), data, expected, *strict),
        )


def judge_verify(folder, java, keras):
    """Cases that write_cases.py writes pass `./rhyton verify`."""
    report, target = Report("verify"), os.path.join(folder, "cases")

    def verify():
        os.makedirs(target)
        keras.cases(target, NAMES[:2])
        last = java.run("verify", target).strip().splitlines()[-1]
        return [] if last == "2 passed, 0 failed" else [f"verify ends with {last!r}"]

    report.check("write_cases.py's cases pass in Java", verify)
    return report


def judge_all(java, kerases, folder, names):
    """The reports, in order; two models at a time."""
    facts = {name: {} for name in names}

    def make(item):
        version, keras = item
        os.makedirs(os.path.join(folder, version), exist_ok=True)
        for name in names:
            facts[name][version] = keras.make(name, os.path.join(folder, version))

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(make, kerases.items()))
        jobs = [pool.submit(ModelJudge(name, folder, java, kerases, facts[name]).judge) for name in names]
        for job in jobs:
            yield job.result()


def self_test(kerases, folder):
    """Sound files must pass every check; each fault must fail some check whose text has the given words."""
    newest = next(iter(kerases.values()))
    reports = [*judge_all(StandIn(newest), kerases, os.path.join(folder, "sound"), NAMES)]
    reports.append(judge_verify(folder, StandIn(newest), newest))
    faults = {
        "predictions": ["predicts as Python", "SavedModel predicts", "loads Java's .keras", "serving_default"],
        "history": ["trains as Python", "goes on with the file", "goes on with the same history"],
        "optimizer": ["goes on with its own", "finds weights and optimizer", "what Java trained on"],
        "variables": ["finds the model's variables"],
    }
    report = Report("self-test")
    for fault, words in faults.items():
        spoiled = judge_all(StandIn(newest, fault), kerases, os.path.join(folder, fault), NAMES[:1])
        failed = [text for r in spoiled for text in r.failed]
        for word in words:
            found = any(word in text for text in failed)
            report.check(f"the fault `{fault}` fails at `{word}`", lambda: [] if found else [f"failed: {failed}"])
    return [*reports, report]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--rhyton", default=os.path.join(HERE, "..", "rhyton"), help="the launcher (default: the project's)")
    older = os.environ.get("RHYTON_KERAS_3_5")
    p.add_argument("--keras-3-5", default=older, metavar="DIR", help="default: what RHYTON_KERAS_3_5 says")
    p.add_argument("--keep", metavar="DIR", help="an empty folder in which the files stay, to look at")
    p.add_argument("--self-test", action="store_true", help="Python takes Java's place, sound and with faults")
    args = p.parse_args()
    versions = [Keras()] + ([Keras(args.keras_3_5)] if args.keras_3_5 else [])
    kerases = {k.versions()["keras"]: k for k in versions}
    if not args.keras_3_5:
        print("SKIPPED Keras 3.5: RHYTON_KERAS_3_5 names no folder", file=sys.stderr)
    failed = passed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or temporary
        if args.self_test:
            reports = self_test(kerases, folder)
        else:
            java = Java(os.path.abspath(args.rhyton))
            reports = [*judge_all(java, kerases, folder, NAMES), judge_verify(folder, java, versions[0])]
        for report in reports:
            report.print()
            failed += len(report.failed)
            passed += len(report.results) - len(report.failed)
        for keras in versions:
            keras.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
