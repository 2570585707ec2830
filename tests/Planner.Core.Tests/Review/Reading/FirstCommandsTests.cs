using Planner.Core.Grounding.Facts;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Reading;

/// <summary>The part of Q12 that reads the quickstart.</summary>
public sealed class FirstCommandsTests
{
    private const string Page = "quickstart.md";
    private const string Command = "dotnet test\n";

    [Theory]
    [InlineData("dotnet test \"src")]
    [InlineData("dotnet test 'src")]
    [InlineData("dotnet test &&")]
    [InlineData("&& dotnet test")]
    [InlineData("dotnet test | | dotnet test")]
    [InlineData("dotnet test > ")]
    [InlineData("dotnet test <project>")]
    [InlineData("dotnet test $(nproc")]
    [InlineData("dotnet test `nproc")]
    [InlineData("dotnet test )")]
    public void LineThatNoShellTakes_IsFoundAtItsLine(string line) =>
        Judge(Sound, s => s.Edited(Page, Command, line + "\n")).Finds("Q12.command", Page, at: line);

    [Theory]
    [InlineData("make all", "make")]
    [InlineData("dotnet test && npx jest", "npx")]
    [InlineData("docker compose up -d", "docker")]
    [InlineData("./build.sh", "./build.sh")]
    public void ToolThatNothingHereUses_IsFound(string line, string tool) =>
        Assert.Contains(tool, Judge(Sound, s => s.Edited(Page, Command, line + "\n")).Finds("Q12.tool", Page, at: line).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("dotnet test Ghost.sln", "Ghost.sln")]
    [InlineData("dotnet test tests/Ghost", "tests/Ghost")]
    [InlineData("dotnet test 'tests/Ghost Town'", "tests/Ghost Town")]
    [InlineData("dotnet test --settings ci.runsettings", "ci.runsettings")]
    [InlineData("dotnet build && dotnet test src/Ghost.csproj", "src/Ghost.csproj")]
    public void FileThatIsNotThere_IsFound(string line, string file) =>
        Assert.Contains(file, Judge(Sound, s => s.Edited(Page, Command, line + "\n")).Finds("Q12.path", Page, at: line).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("dotnet test src/Shop")]
    [InlineData("dotnet test ./src/Shop/")]
    [InlineData("dotnet test -p:Kind=a/b --filter \"A=x|B=y\"")]
    [InlineData("dotnet test --results-directory out/tests")]
    [InlineData("dotnet test /p:Configuration=Release --logger 'trx;LogFileName=a.xml'")]
    [InlineData("dotnet build; dotnet test # all of it")]
    [InlineData("dotnet test -m:$(nproc) > out.txt")]
    [InlineData("# nothing to do")]
    [InlineData("dotnet test \\\n  src/Shop")]
    [InlineData("git switch -c feature/a-b 0123abc")]
    [InlineData("cd src/Shop && dotnet test")]
    [InlineData("dotnet test db/009_order_returns.up.sql")]
    public void CommandThatCanBeRun_IsFine(string line) => Judge(Sound, s => s.Edited(Page, Command, line + "\n")).Passes("Q12");

    [Theory]
    [InlineData("deploy/compose.yaml", "docker compose -f deploy/compose.yaml up -d")]
    [InlineData("build.sh", "./build.sh")]
    public void ToolOfAFileOfTheRepository_IsFine(string path, string line)
    {
        var inventory = Sound.Grounding.Inventory;
        var plan = Sound with { Grounding = Sound.Grounding with { Inventory = inventory with { Paths = [.. inventory.Paths, path] } } };

        Judge(plan, s => s.Edited(Page, Command, line + "\n")).Passes("Q12");
    }

    [Fact]
    public void BundleWithoutQuickstart_HasNoCommandsToJudge() =>
        Judge(Sound with { Grounding = Sound.Grounding with { Conventions = new Conventions() } }).Passes("Q12");

    [Fact]
    public void BlockOfAnotherLanguage_HoldsNoCommands() =>
        Judge(Sound, s => s.Edited(Page, "## Before the first change\n", "## Before the first change\n\n```text\nmake all\n```\n")).Passes("Q12");
}
