using Planner.Core.Decisions;
using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Database;

namespace Planner.Specialists.Rules.Reading;

/// <summary>A consultation with what every rule asks about it, read once.</summary>
internal sealed class Brief
{
    private static readonly string[] DefectTypes = ["bug", "defect", "incident", "hotfix"];

    public Brief(Consultation consultation)
    {
        Consultation = consultation;
        Text = string.Join('\n', [Ticket.Summary, Ticket.Description, .. Criteria.Select(c => c.Text)]);
        Files = new Files(Grounding);
        Needs = new NeedsReader(Grounding, Text, Criteria).Read();
        Schema = new SchemaPlanner(this).Plan();
        Homes = new Homes(this);
        FileHomes = new FileHomes(this);
        Claims = new Claims(this);
        Choices = new ChoiceBook(this);
        Earlier = new Earlier(consultation.BuildsOn);
    }

    public Consultation Consultation { get; }

    public Ticket Ticket => Consultation.Ticket;

    public TicketGrounding Grounding => Consultation.Grounding;

    public IReadOnlyList<AcceptanceCriterion> Criteria => Consultation.Criteria.Items;

    /// <summary>Summary, description and criteria.</summary>
    public string Text { get; }

    public Files Files { get; }

    public Needs Needs { get; }

    /// <summary>The schema as the ticket will leave it.</summary>
    public SchemaPlan Schema { get; }

    public Claims Claims { get; }

    public ChoiceBook Choices { get; }

    public Homes Homes { get; }

    public FileHomes FileHomes { get; }

    /// <summary>What those before this specialist plan.</summary>
    public Earlier Earlier { get; }

    /// <summary>True for a bug that asks for nothing new: it gets a small answer.</summary>
    public bool IsDefect => !Needs.AsksForNew && DefectTypes.Contains(Ticket.Type.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The fact that research brought for a subject, or null.</summary>
    public ResearchNote? Researched(string subject) => Consultation.Research.FirstOrDefault(n => n.Gap.Equals(subject, StringComparison.OrdinalIgnoreCase));

    /// <summary>The answer to a question, or null.</summary>
    public string? Answer(Question question) => Consultation.Answers.FirstOrDefault(a => a.Question.IsAbout(question))?.Answer;

    /// <summary>The lines of the ticket that hold any of the words.</summary>
    public IEnumerable<string> LinesWith(params string[] words) =>
        Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => Words.Any(l, words));

    /// <summary>Who asks, for questions about what is wanted.</summary>
    public string Asker => Ticket.Reporter is { Length: > 0 } name ? name : "Product owner";
}
