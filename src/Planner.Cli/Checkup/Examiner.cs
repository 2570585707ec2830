using Microsoft.Extensions.Options;

namespace Planner.Cli.Checkup;

/// <summary>Carries out examinations one by one; one that fails or takes too long keeps none of the others back.</summary>
internal static class Examiner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<CheckupFinding> Examine(Examination examination, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            return await examination.Look(limit.Token).WaitAsync(limit.Token) is { } found
                ? new CheckupFinding.Fine(examination.Name, found)
                : new CheckupFinding.Absent(examination.Name);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CheckupFinding.Wrong(examination.Name, $"it did not answer within {Patience.TotalSeconds} s: check address and network.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new CheckupFinding.Wrong(examination.Name, Told(fault));
        }
    }

    private static IReadOnlyList<string> Told(Exception fault) => fault switch
    {
        UsageException => [fault.Message],
        OptionsValidationException options => [.. options.Failures.Select(Terminal.Clean)],
        _ => [Faults.Explain(fault)],
    };
}
