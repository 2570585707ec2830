using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Drafting;

public sealed class TestFilesTests
{
    [Theory]
    [InlineData("tests/Library.Tests/Lending/LoanFixture.cs", "Fixture", "tests/Library.Tests/Lending/LendingManagerFixture.cs")]
    [InlineData("tests/Library.Tests/LoanSpecs.cs", "Specs", "tests/Library.Tests/LendingManagerSpecs.cs")]
    public async Task New_test_class_is_named_and_placed_as_those_that_are_there(string known, string ending, string expected)
    {
        var code = Fixtures.Library()
            .Found("LendingManager", MentionKind.Type)
            .Project("tests/Library.Tests/Library.Tests.csproj", true, "Library.Web")
            .TestClass("Loan" + ending, known);
        var opinion = await Fixtures.Fault(code, "`LendingManager` lends twice.").Ask("service");

        Assert.Equal(expected, Assert.Single(opinion.Tests).File);
    }

    [Fact]
    public async Task New_test_class_far_from_those_that_were_found_is_named_as_the_files_of_its_project()
    {
        var code = Fixtures.Library()
            .Found("LendingManager", MentionKind.Type)
            .Project("tests/Library.Tests/Library.Tests.csproj", true, "Library.Web")
            .File("tests/Library.Tests/Far/ShelfFixture.cs");
        var opinion = await Fixtures.Fault(code, "`LendingManager` lends twice.").Ask("service");

        Assert.Equal("tests/Library.Tests/LendingManagerFixture.cs", Assert.Single(opinion.Tests).File);
    }

    [Fact]
    public async Task Test_class_that_uses_the_type_and_is_called_like_it_is_extended()
    {
        var code = Fixtures.Library().Found("LendingManager", MentionKind.Type).Project("tests/Library.Tests/Library.Tests.csproj", true, "Library.Web")
            .TestClass("LendingTests", "tests/Library.Tests/LendingTests.cs")
            .Type("LendingTests", "tests/Library.Tests/LendingTests.cs", uses: ["LendingManager"]);
        var opinion = await Fixtures.Fault(code, "`LendingManager` lends twice.").Ask("service");

        Assert.Equal("tests/Library.Tests/LendingTests.cs", Assert.Single(opinion.Tests).File);
    }
}
