using Planner.Codebase;
using Planner.Codebase.Reading;
using Planner.Core.Grounding.Facts;
using Planner.Specialists.Rules;
using Planner.Testing.Natural;
using Planner.Testing.Planning;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

/// <summary>A short series of natural tickets over the sample shop; the long one is the figure <c>natural</c>.</summary>
public sealed class NaturalTicketTests
{
    private const int Tickets = 25;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_ticket_ends_with_a_plan_or_with_questions(int seed)
    {
        var index = await Shop();
        var (series, run) = (new NaturalTickets(index, seed), new NaturalRun(index, new RulesSpecialist(), fits: true));
        for (var number = 0; number < Tickets; number++)
        {
            var end = await run.Of(series.Of(number));

            Assert.True(end.Broken.Count == 0, $"Ticket {number} of seed {seed}: {string.Join(" ", end.Broken)}");
            Assert.True(end.Plan is not null || end.Questions.Count > 0, $"Ticket {number} of seed {seed} ends with neither.");
        }
    }

    [Fact]
    public async Task Every_ticket_ends_so_with_other_ids_and_words_too()
    {
        var index = await Shop();
        var (series, run) = (new NaturalTickets(index, seed: 3), new NaturalRun(index, new RenamingSpecialist(new RulesSpecialist()), fits: false));
        for (var number = 0; number < Tickets; number++)
        {
            var end = await run.Of(series.Of(number));

            Assert.True(end.Broken.Count == 0, $"Ticket {number}: {string.Join(" ", end.Broken)}");
            Assert.True(end.Plan is not null || end.Questions.Count > 0, $"Ticket {number} ends with neither.");
        }
    }

    [Fact]
    public async Task Same_number_gives_the_same_ticket()
    {
        var index = await Shop();

        Assert.Equal(new NaturalTickets(index, 7).Of(11).Description, new NaturalTickets(index, 7).Of(11).Description);
        Assert.NotEqual(new NaturalTickets(index, 7).Of(11).Description, new NaturalTickets(index, 7).Of(12).Description);
    }

    private static Task<CodebaseIndex> Shop() =>
        new CodebaseReader(p => p, new CodebaseOptions()).Read(Path.Combine(RepositoryRoot.Path, "samples", "shop"), CancellationToken.None);
}
