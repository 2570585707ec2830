using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Practices;

public sealed class DocumentTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    [Fact]
    public async Task Headings_AreToldWithLineWordsAndNames()
    {
        tree.With("docs/adr/0001.md", "# Returns\n\nKept in `order_returns` by OrderService.\n\n```\n# no heading\n```\n## Empty\n## Refunds\nPaid back.\n");
        var sections = (await tree.Read()).Texts.Sections;
        Assert.Equal([("Returns", 1), ("Refunds", 9)], sections.Select(s => (s.Title, s.Line)));
        Assert.Equal(["order_returns", "OrderService"], sections[0].Names);
        Assert.Contains("return", sections[0].Words);
    }

    [Fact]
    public async Task HeadingsOfEveryStyle_AreTold()
    {
        tree.With(
            "docs/a.md",
            "---\ntitle: x\n---\nOrder `returns`\n===\n\nKept.\n\n- item\n\n    ```\n    # no heading\n    ```\n\n## [Refunds](a.md) ##\nPaid.\n");
        var sections = (await tree.Read()).Texts.Sections;
        Assert.Equal([("Order returns", 4), ("Refunds", 15)], sections.Select(s => (s.Title, s.Line)));
    }

    [Fact]
    public async Task ChangelogsAndLicences_AreNoDocumentation()
    {
        tree.With("CHANGELOG.md", "# Changes\nAll.\n").With("LICENSE.md", "# Licence\nAll.\n");
        Assert.Empty((await tree.Read()).Texts.Sections);
    }

    [Fact]
    public async Task Constitution_TellsWhatObliges()
    {
        tree.With(
            ".specify/memory/constitution.md",
            "<!--\nMUST not count\n-->\n# Constitution\n## Tests\n- Every rule MUST have a\n  test. It is nice too.\n- Names SHOULD be short.\n- "
                + "[PRINCIPLE_NAME] MUST be filled.\n```\nCode MUST not count.\n```\n");
        var principles = (await tree.Read()).Texts.Principles;
        Assert.Equal(
            [(6, "Tests", true, "Every rule MUST have a test."), (8, "Tests", false, "Names SHOULD be short.")],
            principles.Select(p => (p.Line, p.Heading, p.IsMust, p.Text)));
    }

    [Fact]
    public async Task EarlierAnswersAndDecisions_AreReadTolerantly()
    {
        tree.With(
            ".specify/memory/clarifications-log.json",
            """{"questions":[{"id":"Q001","text":"How long?","answer":"30 days"},{"id":"Q002","text":"Open?","answer":null},3,],}""")
            .With(
                ".specify/memory/technical-decisions-log.json",
                """{"ticket":"SHOP-9","decisions":[{"id":"TD001","title":"Which queue?","option":"A","decision":"An outbox","status":"Decided"},"""
                    + """{"id":"TD002"}]}""");
        var texts = (await tree.Read()).Texts;
        Assert.Equal(("How long?", "30 days"), (texts.Answers.Single().Question, texts.Answers.Single().Answer));
        Assert.Equal(
            ("SHOP-9 TD001", "An outbox", "Decided"),
            (texts.Decisions.Single().Name, texts.Decisions.Single().Decision, texts.Decisions.Single().Status));
    }

    [Fact]
    public async Task BrokenLog_IsALimitation()
    {
        tree.With(".specify/memory/clarifications-log.json", "{\"questions\": [").With("a.cs", "class A;");
        Assert.Contains(
            (await tree.Read()).Limitations,
            l => l.Contains("earlier answers", StringComparison.Ordinal) && l.Contains("clarifications-log.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Containers_AreTold()
    {
        tree
            .With(
                "compose.yaml",
                "version: '3'\nservices:\n  db:\n    image: \"postgres:17\"\n    environment:\n      A: b\n  # note\n  queue:\n    build: "
                    + ".\nvolumes:\n  data:\n")
            .With("src/Dockerfile", "FROM --platform=x sdk:10 AS build\nRUN ls\nFROM aspnet:10\n");
        var containers = (await tree.Read()).Conventions.Containers;
        Assert.Equal([("db", "postgres:17"), ("queue", ""), ("", "sdk:10"), ("", "aspnet:10")], containers.Select(c => (c.Name, c.Image)));
    }

    [Fact]
    public async Task Pipelines_AreTold()
    {
        tree.With(".github/workflows/ci.yml", "on: push\n");
        Assert.Equal([".github/workflows/ci.yml"], (await tree.Read()).Conventions.Pipelines);
    }
}
