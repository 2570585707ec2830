using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Opinions.Guarding.Noticing;

namespace Planner.Specialists.Models.Tools;

/// <summary>What was noticed in files that a model was shown and in what else it looked up: something there speaks to the model.</summary>
internal sealed partial class NoticedTexts
{
    private readonly List<OpinionFinding> findings = [];

    /// <summary>A finding for each place, in the order in which they were looked at.</summary>
    public IReadOnlyList<OpinionFinding> Findings => findings;

    /// <summary>Looks at a text.</summary>
    /// <param name="place">A path, or the tool that gave it; nothing that a model wrote.</param>
    /// <param name="text">As it was read, with what tools put before lines of files.</param>
    public void Look(string place, string text)
    {
        var sentence = NoticedInstructions.Sentence(place, Numbers().Replace(text, ""), isProse: false);
        if (sentence is not null && findings.TrueForAll(f => f.Message != sentence))
        {
            findings.Add(new OpinionFinding(OpinionFault.Instruction, "", sentence) { Corrected = true });
        }
    }

    [GeneratedRegex(@"(?m)^(?:[^\s:]+:)?[0-9]+: ", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
