using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Specialists.Rules;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Testing.Builders;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

public sealed class TeamSpecialistsTests
{
    private const string Security =
        "---\nname: security\ntitle: Ours\ntier: fast\nafter: [database]\noutputs: [implementation.md]\nthreshold: 1\ntools: [shell]\npatterns:\n  clinic:\n  "
            + "  - when: [referral, referrals]\n      unless: [consent]\n      ask: Has the patient agreed to the referral?\n      assume: Yes, on "
            + "paper.\n---\nWe never show diagnoses.\n";
    private const string Legal = "---\nname: legal\ntitle: Legal specialist\nafter: [security]\noutputs: [API_CHANGES.md]\npatterns:\n  law:\n    - when: "
        + "[fee]\n      ask: May this fee be charged?\n      assume: Yes.\n---\nKnows the law.\n";

    [Fact]
    public void Override_adds_expertise_and_patterns_and_changes_nothing_else()
    {
        var before = SpecialistPanel.BuiltIn().Get("security");
        var after = SpecialistPanel.With([new TeamFile(".planner/specialists/security.md", Security)]).Get("security");

        Assert.Equal((before.Title, before.Tier), (after.Title, after.Tier));
        Assert.Equal(before.After, after.After);
        Assert.Equal(before.Outputs, after.Outputs);
        Assert.StartsWith(before.Expertise, after.Expertise, StringComparison.Ordinal);
        Assert.EndsWith("We never show diagnoses.", after.Expertise, StringComparison.Ordinal);
        Assert.Equal(before.Patterns.Count + 1, after.Patterns.Count);
        Assert.NotEqual(before.Hash, after.Hash);
        Assert.True(after.IsBuiltIn);
    }

    [Fact]
    public void New_specialist_joins_the_panel_and_owns_no_artifact()
    {
        var panel = SpecialistPanel.With([new TeamFile(".planner/specialists/legal.md", Legal)]);

        Assert.Equal("legal", panel.BuildsOn("legal").Count > 0 ? panel.Get("legal").Name : "");
        Assert.Empty(panel.Get("legal").Outputs);
        Assert.False(panel.Get("legal").IsBuiltIn);
        Assert.Equal([".planner/specialists/legal.md"], panel.Overrides.Keys);
        Assert.All(panel.Overrides.Values, h => Assert.Equal(64, h.Length));
    }

    [Fact]
    public void New_specialist_has_the_place_that_its_file_states()
    {
        var legal = SpecialistPanel.With([new TeamFile("a.md", Placed("page: security-plan.md\nphase: rollout\nowner: Legal counsel"))]).Get("legal");

        Assert.Equal((SpecialistRole.Other, "security-plan.md", WorkPhase.Rollout), (legal.Role, legal.Page, legal.Phase));
        Assert.Equal("Legal counsel", Ownership.Of(RuleContext.Of(About(legal, Fixtures.Referral(), [])), "legal", []));
    }

    [Theory]
    [InlineData("role: schema", "a.md: the role 'schema' is played by 'database' already; leave the role out")]
    [InlineData("page: LEGAL.md", "a.md: the page 'LEGAL.md' is unknown; use one of API_CHANGES.md, ETL_CHANGES.md,")]
    public void Place_that_is_taken_or_unknown_is_refused(string place, string part) =>
        Assert.Contains(part, Refused(new TeamFile("a.md", Placed(place))), StringComparison.Ordinal);

    [Fact]
    public void Override_keeps_the_place_of_the_built_in_specialist()
    {
        var before = SpecialistPanel.BuiltIn().Get("security");
        var file = Placed("role: tests\npage: ELSEWHERE.md\nphase: rollout\nowner: Nobody").Replace("name: legal", "name: security", StringComparison.Ordinal)
            .Replace("after: [security]", "after: []", StringComparison.Ordinal);
        var after = SpecialistPanel.With([new TeamFile("a.md", file)]).Get("security");

        Assert.Equal((before.Role, before.Page, before.Phase, before.Owner), (after.Role, after.Page, after.Phase, after.Owner));
    }

    [Fact]
    public void Same_name_in_two_files_is_refused() =>
        Assert.Contains(
            "b.md: 'legal' is described in a.md already",
            Refused(new TeamFile("a.md", Legal), new TeamFile("b.md", Legal)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("patterns:\n  x:\n    - ask: A?\n      assume: B.\n", "has no 'when'")]
    [InlineData("patterns:\n  x:\n    - when: [a]\n      assume: B.\n", "needs 'ask'")]
    [InlineData("patterns:\n  x:\n    - when: [a]\n      ask: A?\n", "needs 'assume'")]
    public void Broken_pattern_is_named_with_the_mend(string patterns, string part) =>
        Assert.Contains(part, Refused(new TeamFile("a.md", $"---\nname: a\ntitle: A\n{patterns}---\nText\n")), StringComparison.Ordinal);

    [Fact]
    public async Task Patterns_ask_where_the_ticket_s_words_fit()
    {
        var asked = await Ask("security", Security, Fixtures.Referral());

        Assert.Contains(asked.Questions, q => q is { Text: "Has the patient agreed to the referral?", Assumption: "Yes, on paper.", Blocking: false });
    }

    [Fact]
    public async Task Pattern_is_silent_where_the_ticket_answers_it()
    {
        var round = Fixtures.Referral();
        var asked =
            await Ask("security", Security, round with { Ticket = round.Ticket with { Description = round.Ticket.Description + "\nThe consent is checked." } });

        Assert.DoesNotContain(asked.Questions, q => q.Text.StartsWith("Has the patient", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Team_s_own_specialist_asks_its_patterns_and_says_what_rules_cannot()
    {
        var legal = await Ask("legal", Legal, Fixtures.Referral());

        Assert.Equal((true, 8), (legal.Applies, legal.Confidence));
        Assert.Equal(["May this fee be charged?"], legal.Questions.Select(q => q.Text));
        Assert.Empty(legal.Tasks);
    }

    [Fact]
    public async Task Team_s_own_specialist_without_a_fitting_pattern_costs_nothing()
    {
        var round = PanelRound.About(Fixtures.Clinic().Found("VisitService", MentionKind.Type), "x", "`VisitService` logs less.");

        Assert.False((await Ask("legal", Legal, round)).Applies);
    }

    private static async Task<Opinion> Ask(string name, string text, PanelRound round)
    {
        var definition = SpecialistPanel.With([new TeamFile($".planner/specialists/{name}.md", text)]).Get(name);
        var before = (await round.Ask()).Where(o => o.Specialist is "database" or "service" or "api").ToList();
        return await new RulesSpecialist().Consult(About(definition, round, before), Calls.First());
    }

    private static Consultation About(SpecialistDefinition definition, PanelRound round, IReadOnlyList<Opinion> before) =>
        new() { Definition = definition, Round = 1, Ticket = round.Ticket, Criteria = round.Criteria, Grounding = round.Grounding, BuildsOn = before };

    private static string Placed(string place) => Legal.Replace("after:", place + "\nafter:", StringComparison.Ordinal);

    private static string Refused(params TeamFile[] files) => Assert.Throws<SpecialistFileException>(() => SpecialistPanel.With(files)).Message;
}
