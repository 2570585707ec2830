using System.Text;
using Planner.Core.Text.Secrets;
using Planner.Durability;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class RedactionStoryTests
{
    private const string Secret = "tr0ub4dor-and-3";
    private const string Address = "ada.lovelace@company.com";

    [Fact]
    public async Task SecretInTheTicket_ReachesNeitherSpecialistsNorFilesNorComment()
    {
        await using var host = new StoryHost(
            c => ScriptedOpinions.Sure(c),
            StoryHost.Ready with { Description = StoryHost.Ready.Description + $"\nToday it runs with `Host=db;Password={Secret}`; ask {Address}.\n" });
        await host.Start();
        await host.Result();

        Assert.All(host.Panel.Asked, a => Assert.Contains($"Password={Redaction.Mark}", a.Ticket.Description, StringComparison.Ordinal));
        Nowhere(host);
    }

    [Fact]
    public async Task SecretThatASpecialistTells_IsNotKept()
    {
        await using var host = new StoryHost(c => ScriptedOpinions.Sure(c) with { Rationale = $"The settings say Password={Secret}." });
        await host.Start();
        await host.Result();

        Nowhere(host);
        Assert.Contains(
            $"Password={Redaction.Mark}",
            await host.Store.Read("SHOP-7", 1, "confidence_scores.json", CancellationToken.None),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretInAFault_IsNotInTheRunsReasonNorInItsHistory()
    {
        await using var host = new StoryHost(_ => throw new StepException($"cannot sign in with Password={Secret}", retryHelps: false));
        await host.Start();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Result());

        Assert.Contains($"Password={Redaction.Mark}", fault.Message, StringComparison.Ordinal);
        Nowhere(host);
    }

    /// <summary>Files, comments, the engine's history: whatever the run wrote.</summary>
    private static void Nowhere(StoryHost host)
    {
        var root = Path.GetDirectoryName(host.Output)!;
        var written = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))
            .Select(f => (f, Encoding.UTF8.GetString(Shared(f))))
            .ToList();
        Assert.NotEmpty(written);
        Assert.All(written, w => Assert.DoesNotContain(Secret, w.Item2, StringComparison.Ordinal));
        Assert.All(written, w => Assert.DoesNotContain(Address, w.Item2, StringComparison.Ordinal));
        Assert.All(host.Tracker.Comments, c => Assert.DoesNotContain(Secret, c, StringComparison.Ordinal));
    }

    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
