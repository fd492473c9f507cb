using BenchmarkDotNet.Running;
using Goldset.Bench;

BenchmarkSwitcher.FromAssembly(typeof(ExportBenchmarks).Assembly).Run(args);
