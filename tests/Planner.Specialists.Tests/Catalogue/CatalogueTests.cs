using System.Reflection;
using Planner.Core.Opinions;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Risks;
using Xunit;

namespace Planner.Specialists.Tests.Catalogue;

/// <summary>Files of the catalogue and the classes that fill them fit each other.</summary>
public sealed class CatalogueTests
{
    private static readonly string[] RiskSections = ["Title", "Mitigation", "Contingency", "Detection"];
    private static readonly string[] DecisionSections = ["Title", "Context", "Rationale", "Impact", "Review trigger"];
    private static readonly string[] OptionSections = ["Title", "Pros", "Cons", "Cost", "Reversibility", "Best for", "Migration path"];

    private static readonly SlotValues None = SlotValues.Of(SlotValues.Nothing);

    /// <summary>Each entry that a class keeps, with that class.</summary>
    private static readonly (Type Class, CatalogueEntry Entry)[] Entries =
    [
        .. typeof(CatalogueEntry).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(f => f.FieldType.IsSubclassOf(typeof(CatalogueEntry)))
            .Select(f => (f.DeclaringType!, (CatalogueEntry)f.GetValue(null)!)),
    ];

    [Fact]
    public void File_IsUsedByOneClass() =>
        Assert.Equal(CatalogueFile.All(), Entries.Select(e => e.Entry.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Risk_ThatIsWritten_IsLookedFor()
    {
        var written = typeof(IRisk).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IRisk)));

        Assert.Empty(written.Except(RisksRule.Catalogue.Select(r => r.GetType())));
    }

    [Fact]
    public void Slot_IsOfferedWhereItIsUsed_AndUsedWhereItIsOffered() =>
        Assert.All(Entries, e => Assert.Equal(e.Entry.Uses.Order(StringComparer.Ordinal), e.Entry.Offers.Order(StringComparer.Ordinal)));

    [Fact]
    public void Risk_HasAllSectionsAndLevels() => Assert.All(Entries.Select(e => e.Entry).OfType<RiskTemplate>(), e =>
    {
        var file = CatalogueFile.Load(e.Name);

        Assert.Empty(RiskSections.Except(file.Sections, StringComparer.Ordinal));
        Assert.True(Enum.IsDefined(Enum.Parse<Level>(file.Head.One("probability"))));
        Assert.True(Enum.IsDefined(Enum.Parse<Level>(file.Head.One("impact"))));
    });

    [Fact]
    public void Decision_HasAllSectionsAndOptions() => Assert.All(Entries.Select(e => e.Entry).OfType<DecisionTemplate>(), e =>
    {
        var file = CatalogueFile.Load(e.Name);
        var options = file.Sections.Where(s => s.Contains('/', StringComparison.Ordinal)).Select(s => s.Split('/')[0]).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(DecisionSections.Except(file.Sections, StringComparer.Ordinal));
        Assert.NotEmpty(options);
        Assert.All(options, o => Assert.Empty(OptionSections.Select(s => $"{o}/{s}").Except(file.Sections, StringComparer.Ordinal)));
        Assert.All(options.SelectMany(o => file.Section($"{o}/Reversibility")), s => Assert.True(Enum.TryParse<Reversibility>(s.Fill(None), out _)));
        Assert.InRange(int.Parse(file.Head.One("weight")), 1, 10);
        Assert.NotEmpty(file.Head.One("category"));
    });

    [Fact]
    public void SectionThatNobodyReads_IsNotThere() => Assert.All(CatalogueFile.All(), name =>
    {
        var known = RiskSections.Concat(DecisionSections).Concat(OptionSections).Concat(["Keywords", "Written", "Summary", "Question", "Assumption"]);

        Assert.Empty(CatalogueFile.Load(name).Sections.Select(s => s[(s.IndexOf('/', StringComparison.Ordinal) + 1)..]).Except(known, StringComparer.Ordinal));
    });
}
