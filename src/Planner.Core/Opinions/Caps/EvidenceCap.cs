namespace Planner.Core.Opinions.Caps;

/// <summary>It rests on nothing of the code base: what a server of documents says is not what the code does. Entries that name nothing
/// were taken out before.</summary>
internal sealed class EvidenceCap : IConfidenceCap
{
    private const int Most = 6;

    public HeldAt? Of(Opinion opinion, CapContext context) =>
        opinion.Evidence.All(ServerLookups.IsCitation) ? new(Most, "nothing that it rests on is to be found in the code base") : null;
}
