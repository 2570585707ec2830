using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions.Guarding.Writing;

namespace Planner.Core.Specialists;

/// <summary>What of a model's reading holds: its words without what leads elsewhere, runs or hides.</summary>
internal static class ReadingGuard
{
    /// <summary>The reading as it may be used, and what was taken out, a sentence each.</summary>
    public static (CloseReading Reading, IReadOnlyList<string> Notes) Admit(CloseReading reading, AnalysisInputs inputs)
    {
        var notes = new List<string>();
        var known = KnownWriting.Of(
            KnownLinks.Of(inputs.Ticket, inputs.Criteria, inputs.Discussion, inputs.Grounding), inputs.Grounding.Conventions.VerificationCommands);
        var held = reading with
        {
            Reading = ModelWriting.Clean(reading.Reading, known, Note),
            Files = [.. reading.Files.Select(f => ModelWriting.Clean(f, known, Note))],
        };
        return (held, notes);

        void Note(string place, string what)
        {
            var note = $"The model wrote {what} when it read the ticket; it was taken out.";
            if (!notes.Contains(note))
            {
                notes.Add(note);
            }
        }
    }
}
