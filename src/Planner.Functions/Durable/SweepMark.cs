using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>
/// From when on a sweep has to look, kept over restarts: every run that was created before has ended and been judged. Hosts with
/// other story versions judge for themselves.
/// </summary>
internal sealed class SweepMark(IMarks marks, WorkflowCatalog catalog)
{
    private const string Place = "sweeps~";

    // Marks of versions that no host has had for so long are removed.
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    private readonly string versions = Digest(catalog);

    /// <summary>The time, or null where these versions never swept.</summary>
    public async Task<DateTimeOffset?> Read(CancellationToken cancellation) => (await Own(cancellation)).Select(At).Cast<DateTimeOffset?>().Max();

    /// <summary>Keeps a time; an earlier one than was kept before counts as well, since it is what the last sweep found.</summary>
    public async Task Write(DateTimeOffset time, DateTimeOffset now, CancellationToken cancellation)
    {
        var name = $"{versions}-{time.UtcTicks.ToString("D20", CultureInfo.InvariantCulture)}";
        await marks.TrySet(Place, name, "{}", cancellation);
        foreach (var other in await marks.Names(Place, cancellation))
        {
            if (other != name && (other.StartsWith(versions, StringComparison.Ordinal) || now - At(other) > Forgotten))
            {
                await marks.Remove(Place, other, cancellation);
            }
        }
    }

    private async Task<IEnumerable<string>> Own(CancellationToken cancellation) =>
        (await marks.Names(Place, cancellation)).Where(n => n.StartsWith(versions, StringComparison.Ordinal));

    private static DateTimeOffset At(string name) =>
        new(long.Parse(name.AsSpan(name.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static string Digest(WorkflowCatalog catalog)
    {
        var text = string.Join('\n', catalog.WorkflowNames.Select(name => $"{name}={catalog.Workflow(name).StoryVersion}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
