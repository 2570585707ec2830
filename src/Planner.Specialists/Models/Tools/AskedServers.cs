using Planner.Core.Opinions;

namespace Planner.Specialists.Models.Tools;

/// <summary>What servers of tools gave in a talk, and what they did not.</summary>
internal sealed class AskedServers
{
    private readonly SortedSet<string> answered = new(StringComparer.Ordinal);
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>All of it so far.</summary>
    public ServerLookups Lookups => new([.. answered], [.. missing]);

    /// <summary>Notes a tool that gave something, as <c>server/tool</c>.</summary>
    public void Answered(string tool) => answered.Add(tool);

    /// <summary>Notes what was not to be had, in a sentence.</summary>
    public void Missing(string sentence) => missing.Add(sentence);
}
