using System.Runtime.ExceptionServices;
using Planner.Codebase.CSharp;
using Planner.Codebase.Files;

namespace Planner.Codebase.Scanning;

/// <summary>Scans files on threads of their own, since those of the pool have too small a stack for deeply nested code.</summary>
internal sealed class ScanThreads(IReadOnlyList<FoundFile> files, Func<FileScanner> scanner, int count, CancellationToken cancellation)
{
    private readonly FileScan[] scans = new FileScan[files.Count];
    private int next = -1;
    private ExceptionDispatchInfo? fault;

    /// <summary>One scan for each file, in the order of the files.</summary>
    public IReadOnlyList<FileScan> Run()
    {
        var threads = Enumerable.Range(0, Math.Clamp(count, 1, Math.Max(1, files.Count)))
            .Select(i => new Thread(Work, NestingGuard.StackBytes) { IsBackground = true, Name = $"codebase-{i}" })
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        cancellation.ThrowIfCancellationRequested();
        fault?.Throw();
        return scans;
    }

    private void Work()
    {
        try
        {
            var own = scanner();
            while (!cancellation.IsCancellationRequested && Volatile.Read(ref fault) is null && Interlocked.Increment(ref next) is var i && i < files.Count)
            {
                scans[i] = own.Scan(files[i]);
            }
        }
        catch (Exception e)
        {
            // Nothing may escape a thread of one's own; the first fault is thrown where the caller waits.
            Interlocked.CompareExchange(ref fault, ExceptionDispatchInfo.Capture(e), null);
        }
    }
}
