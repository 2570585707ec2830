using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Lookup;

namespace Planner.Specialists.Models.Tools;

/// <summary>What there is to look into: the files of the scanned commit, and what was found in them.</summary>
internal sealed record LookupPlace(ICodeView Code, TicketGrounding Grounding)
{
    /// <summary>Files whose lines the model was shown.</summary>
    public ReadFiles Read { get; } = new();

    /// <summary>What servers gave; null where there are none.</summary>
    public AskedServers? Servers { get; init; }

    /// <summary>What was noticed in all that the model was shown.</summary>
    public NoticedTexts Noticed { get; } = new();

    /// <summary>Notes a file whose lines are shown.</summary>
    public void Show(string path, string text)
    {
        Read.Add(path);
        Noticed.Look(path, text);
    }
}
