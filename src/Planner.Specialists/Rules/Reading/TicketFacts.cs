using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;

namespace Planner.Specialists.Rules.Reading;

/// <summary>What a ticket and the code base say, the same for every member of a panel.</summary>
internal class TicketFacts
{
    private static readonly string[] DefectTypes = Lexicon.Words("reading", "defect-types");

    private readonly AssignmentInputs inputs;

    protected TicketFacts(TicketFacts facts)
        : this(facts.inputs, facts.Text, facts.Files, facts.Needs)
    {
    }

    private TicketFacts(AssignmentInputs inputs, string text, Files files, Needs needs)
    {
        this.inputs = inputs;
        Text = text;
        Files = files;
        Needs = needs;
    }

    public Ticket Ticket => inputs.Ticket;

    public TicketGrounding Grounding => inputs.Grounding;

    public IReadOnlyList<AcceptanceCriterion> Criteria => inputs.Criteria.Items;

    /// <summary>True where the ticket has no criteria of its own.</summary>
    public bool IsDerived => inputs.Criteria.Derived;

    /// <summary>Decisions taken so far.</summary>
    public IReadOnlyList<SettledDecision> Decisions => inputs.Decisions;

    /// <summary>Questions answered so far.</summary>
    public IReadOnlyList<AnsweredQuestion> Answers => inputs.Answers;

    /// <summary>Summary, description and criteria.</summary>
    public string Text { get; }

    public Files Files { get; }

    public Needs Needs { get; }

    /// <summary>True for a bug that asks for nothing new: it gets a small answer.</summary>
    public bool IsDefect => !Needs.AsksForNew && DefectTypes.Contains(Ticket.Type.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Who asks, for questions about what is wanted.</summary>
    public string Asker => Ticket.Reporter is { Length: > 0 } name ? name : "Product owner";

    /// <summary>Reads them.</summary>
    public static TicketFacts Of(AssignmentInputs inputs)
    {
        var text = string.Join('\n', [inputs.Ticket.Summary, inputs.Ticket.Description, .. inputs.Criteria.Items.Select(c => c.Text)]);
        return new(inputs, text, new Files(inputs.Grounding), new NeedsReader(inputs.Grounding, text, inputs.Criteria.Items).Read());
    }

    /// <summary>The fact that research brought for a subject, or null.</summary>
    public ResearchNote? Researched(string subject) => inputs.Research.FirstOrDefault(n => n.Gap.Equals(subject, StringComparison.OrdinalIgnoreCase));

    /// <summary>The answer to a question, or null.</summary>
    public string? Answer(Question question) => Answers.FirstOrDefault(a => a.Question.IsAbout(question))?.Answer;

    /// <summary>The lines of the ticket that hold any of the words.</summary>
    public IEnumerable<string> LinesWith(params string[] words) =>
        Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => Words.Any(l, words));
}
