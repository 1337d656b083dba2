"""The peers numpy and torch: answers requests, one a line, as bench/README.md describes.

Both libraries share the functions used here: each writes into an array that it is given, so that
nothing is allocated in a loop. Coordinates are the rows of an array d x lanes.
"""

import sys
import time

import numpy


class Library:
    """What differs between numpy and torch."""

    def __init__(self, name):
        self.name = name
        if name == "torch":
            import torch

            torch.set_grad_enabled(False)
            self.functions = torch
        else:
            self.functions = numpy

    def array(self, values):
        return self.functions.from_numpy(values) if self.name == "torch" else values

    def copy(self, source, target):
        if self.name == "torch":
            target.copy_(source)
        else:
            numpy.copyto(target, source)

    def use_threads(self, count):
        if self.name == "torch":
            self.functions.set_num_threads(count)


class State:
    """Positions, positions before the last step, gradients and space for a tile of lanes."""

    def __init__(self, library, starts, lanes, request):
        dimension = starts.shape[0]
        self.library = library
        self.momentum = request["method"] == "heavy-ball"
        self.alpha = float(request["alpha"])
        self.beta = float(request["beta"])
        self.starts = starts[:, :lanes]
        self.x, self.p, self.g, self.s, self.t = (
            library.array(numpy.empty((dimension, lanes))) for _ in range(5)
        )
        self.reset()

    def reset(self):
        self.library.copy(self.library.array(numpy.ascontiguousarray(self.starts)), self.x)
        self.library.copy(self.x, self.p)

    def measure(self):
        """Returns the largest squared norm of a gradient, on which a loop would decide to stop."""
        f = self.library.functions
        f.multiply(self.g, self.g, out=self.s)
        return float(f.sum(self.s, 0).max())

    def update(self):
        f = self.library.functions
        f.multiply(self.g, self.alpha, out=self.g)
        if self.momentum:
            f.subtract(self.x, self.p, out=self.s)
            f.multiply(self.s, self.beta, out=self.s)
            self.library.copy(self.x, self.p)
            f.add(self.x, self.s, out=self.x)
        f.subtract(self.x, self.g, out=self.x)


def lee(f, state, _):
    x, g = state.x, state.g
    state.library.copy(x[0], g[0])
    f.multiply(x[1], x[1], out=g[1])
    f.multiply(g[1], x[1], out=g[1])
    f.subtract(g[1], x[1], out=g[1])


def himmelblau(f, state, _):
    x, g, s, t = state.x, state.g, state.s, state.t
    f.multiply(x[0], x[0], out=s[0])
    f.add(s[0], x[1], out=s[0])
    f.subtract(s[0], 11.0, out=s[0])
    f.multiply(x[1], x[1], out=s[1])
    f.add(s[1], x[0], out=s[1])
    f.subtract(s[1], 7.0, out=s[1])
    f.multiply(s, 2.0, out=s)
    f.multiply(x, 2.0, out=t)
    f.multiply(t, s, out=g)
    f.add(g[0], s[1], out=g[0])
    f.add(g[1], s[0], out=g[1])


def rastrigin(f, state, _):
    x, g, s = state.x, state.g, state.s
    f.multiply(x, 2 * numpy.pi, out=s)
    f.sin(s, out=s)
    f.multiply(s, 20 * numpy.pi, out=s)
    f.multiply(x, 2.0, out=g)
    f.add(g, s, out=g)


def rosenbrock(f, state, _):
    x, g, s, t = state.x, state.g, state.s, state.t
    f.multiply(x[:-1], x[:-1], out=s[:-1])
    f.subtract(x[1:], s[:-1], out=s[:-1])
    f.multiply(s[:-1], 200.0, out=s[:-1])
    f.multiply(x[:-1], s[:-1], out=t[:-1])
    f.subtract(x[:-1], t[:-1], out=g[:-1])
    f.subtract(g[:-1], 1.0, out=g[:-1])
    f.multiply(g[:-1], 2.0, out=g[:-1])
    g[-1] = 0.0
    f.add(g[1:], s[:-1], out=g[1:])


def quadratic(f, state, matrix):
    f.matmul(matrix, state.x, out=state.g)


def factorization(f, state, matrix):
    n = matrix.shape[0]
    r = state.x.shape[0] // n
    columns = state.x.reshape(r, n, -1)
    gradient = state.g.reshape(r, n, -1)
    f.matmul(matrix, columns, out=gradient)
    f.multiply(state.g, -1.0, out=state.g)
    for a in range(r):
        for b in range(r):
            entry = f.sum(f.multiply(columns[a], columns[b], out=state.t[:n]), 0)
            gradient[a] += f.multiply(columns[b], entry, out=state.t[:n])


GRADIENTS = {
    "lee": lee,
    "himmelblau": himmelblau,
    "rastrigin": rastrigin,
    "rosenbrock": rosenbrock,
    "quadratic": quadratic,
    "factorization": factorization,
}


class Peer:
    """Answers requests."""

    def __init__(self, library):
        self.library = library
        self.files = {}
        self.tiles = {}

    def read(self, path, rows):
        if path not in self.files:
            self.files[path] = numpy.fromfile(path).reshape(rows, -1)
        return self.files[path]

    def matrix(self, request):
        if "matrix" not in request:
            return None
        values = numpy.fromfile(request["matrix"])
        return self.library.array(values.reshape(round(len(values) ** 0.5), -1))

    def run(self, request, lanes, steps, seconds):
        """Steps until the steps are taken or the time is over. Returns state, steps, wall, CPU."""
        starts = self.read(request["starts"], int(request["dimension"]))
        gradient = GRADIENTS[request["work"]]
        interval = int(request["interval"])
        matrix = self.matrix(request)
        state = State(self.library, starts, min(lanes, starts.shape[1]), request)
        f = self.library.functions
        wall, cpu, taken = time.perf_counter(), time.process_time(), 0
        while taken < steps and time.perf_counter() - wall < seconds:
            for step in range(16):
                gradient(f, state, matrix)
                if (step + 1) % interval == 0:
                    state.measure()
                state.update()
            taken += 16
            if taken % int(request["steps"]) == 0 and taken < steps:
                state.reset()
        return state, taken, time.perf_counter() - wall, time.process_time() - cpu

    def best_tile(self, request):
        """Returns the number of lanes at which it is fastest, found by trying."""
        key = (request["work"], request["method"], request["interval"])
        if key not in self.tiles:
            rates = {}
            for lanes in (64, 256, 1024, 4096, 16384, 65536):
                if lanes <= int(request["lanes"]):
                    state, steps, _, cpu = self.run(request, lanes, 1 << 40, 0.05)
                    rates[state.x.shape[1] * steps / cpu] = lanes
            self.tiles[key] = rates[max(rates)]
        return self.tiles[key]

    def answer(self, line):
        verb, *words = line.split()
        request = dict(word.split("=", 1) for word in words)
        supported = request["method"] in ("gradient-descent", "heavy-ball")
        if not supported or request["goal"] != "steps" or request["work"] not in GRADIENTS:
            return "none"
        threads = int(request["threads"])
        if threads > 1 and self.library.name == "numpy":
            return "none"
        self.library.use_threads(threads)
        if verb == "ends":
            state, *_ = self.run(request, int(request["lanes"]), int(request["steps"]), 1e9)
            numpy.asarray(state.x).tofile(request["out"])
            return "ok 0 0 0"
        lanes = self.best_tile(request)
        state, steps, wall, cpu = self.run(request, lanes, 1 << 40, float(request["seconds"]))
        return f"ok {steps * state.x.shape[1]} {wall} {cpu}"


def main():
    try:
        peer = Peer(Library(sys.argv[1]))
    except ImportError as missing:
        print(f"absent {missing}", flush=True)
        return
    print("ready", flush=True)
    for line in sys.stdin:
        try:
            print(peer.answer(line), flush=True)
        except Exception as failure:  # the other end decides what to do about it
            print(f"error {type(failure).__name__}: {failure}".replace("\n", " "), flush=True)


if __name__ == "__main__":
    main()
