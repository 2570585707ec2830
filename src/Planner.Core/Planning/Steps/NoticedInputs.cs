using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions.Guarding.Noticing;
using Planner.Core.Planning.Runs;
using Planner.Core.Tickets;

namespace Planner.Core.Planning.Steps;

/// <summary>What was noticed in all that every specialist is given: the ticket and what a program found in the repository.</summary>
internal static class NoticedInputs
{
    /// <summary>A sentence for each place in which something was noticed.</summary>
    public static IReadOnlyList<string> Of(TicketDossier dossier, TicketGrounding grounding) =>
    [
        .. Texts(dossier.Ticket, dossier.Criteria)
            .Concat(Said(dossier.Discussion ?? Discussion.None))
            .Concat((dossier.Parts ?? []).SelectMany(p => Texts(p.Ticket, p.Criteria)))
            .Select(t => NoticedInstructions.Sentence(t.Place, t.Text, isProse: true))
            .Concat(Facts(grounding).Select(t => NoticedInstructions.Sentence(t.Place, t.Text, isProse: false)))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Place, string Text)> Texts(Ticket ticket, FrozenCriteria criteria) =>
    [
        ($"the title of {ticket.Key}", ticket.Summary), ($"the description of {ticket.Key}", ticket.Description),
        ($"the labels and components of {ticket.Key}", string.Join('\n', ticket.Labels.Concat(ticket.Components))),
        ($"tickets around {ticket.Key}", string.Join('\n', Around(ticket).Select(l => l.Summary))),
        .. criteria.Items.Select(c => ($"criterion {c.Id}", c.Text)),
    ];

    private static IEnumerable<(string Place, string Text)> Said(Discussion discussion) => discussion.Remarks
        .Select(r => ("a comment on the ticket", r.Markdown))
        .Concat(discussion.Related.Select(r => ($"the description of {r.Link.Key}", r.Description)));

    private static IEnumerable<TicketLink> Around(Ticket ticket) => ticket.Links.Concat(ticket.Children).Append(ticket.Parent).OfType<TicketLink>();

    private static IEnumerable<(string Place, string Text)> Facts(TicketGrounding grounding) =>
    [
        ("names of files", string.Join('\n', grounding.Candidates.Select(c => c.Path).Concat(grounding.Files.Select(f => f.Path)))),
        ("subjects of commits", string.Join('\n', grounding.History.Earlier.Select(c => c.Subject))),
        ("names and defaults of tables", string.Join('\n', grounding.Tables.SelectMany(t => t.Checks.Concat(t.Columns.Select(c => $"{c.Name} {c.Default}"))))),
        ("members of types", string.Join('\n', grounding.Types.SelectMany(t => t.Members.Select(m => m.Signature).Prepend(t.Name)))),
        ("principles of the team", string.Join('\n', grounding.Documents.Principles.Select(p => p.Text))),
        ("earlier decisions", string.Join('\n', grounding.Documents.Decisions.Select(d => $"{d.Decision.Title}\n{d.Decision.Decision}"))),
        ("sections of documents", string.Join('\n', grounding.Documents.Sections.Select(s => $"{s.Place} {s.Why}"))),
    ];
}
