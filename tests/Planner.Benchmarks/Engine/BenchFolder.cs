namespace Planner.Benchmarks.Engine;

/// <summary>A data directory for one measurement, on the disk that holds temporary files or the one named by PLANNER_BENCH_DIR.</summary>
internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(
        Environment.GetEnvironmentVariable("PLANNER_BENCH_DIR") ?? System.IO.Path.GetTempPath(), $"planner-bench-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
