using System.Diagnostics;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;
using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Text.Secrets;

public sealed class RedactionTests
{
    private const string Letters = "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC2dF4hJ6";

    /// <summary>What must go, and how it is written; tokens are put together here so that no scanner of this repository finds one.</summary>
    public static TheoryData<string, string> Secrets { get; } = new()
    {
        { "hunter2", "Host=db;Username=shop;Password={0};Port=5432" },
        { "hunter2", "Server=db;User Id=sa;Pwd={0}" },
        { "yourWeak(!)Word", "Host=db;Password={0};Port=5432" },
        { "Zm9v+YmFy/Zm9vYmFy==", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey={0};EndpointSuffix=core.windows.net" },
        { "Zm9vYmFyZm9vYmFy1", "Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={0}" },
        { "postgres", "export POSTGRES_PASSWORD={0}" },
        { "tr0ub4dor&3", "\"Password\": \"{0}\"" },
        { "hunter2", "password: {0}" },
        { "s3cr3t-value", "client_secret: '{0}'" },
        { "k3y0f7he4pi", "X-Api-Key: {0}" },
        { "k3y0f7he4pi", "private const string ApiKey = \"{0}\";" },
        { "hunter2", "CREATE ROLE shop LOGIN PASSWORD '{0}'" },
        { "hunter2", "https://deploy:{0}@git.company.com/shop.git" },
        { "hunter2", "postgres://shop:{0}@db:5432/shop" },
        { "a1fa00bd1d60465ebd9aca58c5a22d00", "https://{0}@errors.company.com/27" },
        { Letters, "https://{0}:x-oauth-basic@git.company.com/shop.git" },
        { "ghp_" + Letters, "the token is {0}, do not share" },
        { "github_pat_" + Letters, "{0}" },
        { "glpat-" + Letters, "https://oauth2:{0}@gitlab.com/a/b.git" },
        { "xoxb-" + "123456789012-" + Letters, "slack {0}" },
        { "AKIA" + "QWERTYUIOPASDFGH", "aws {0} key" },
        { "ATATT" + Letters, "Jira: {0}" },
        { "sk-" + Letters, "OPENAI={0}" },
        { "sk_live_" + Letters, "stripe {0}" },
        { "eyJ" + Letters + ".eyJ" + Letters + "." + Letters, "jwt {0}" },
        { Letters + "Q==", "Authorization: Basic {0}" },
        { Letters, "curl -H 'Authorization: Bearer {0}' https://a" },
        { Letters, "https://a.blob.core.windows.net/x?sv=1&sig={0}" },
        { "a1b2c3d4e5f6a7b8c9d0", "{{\"token\":\"{0}\"}}" },
        { "T0000/B0000/" + Letters, "https://hooks.slack.com/services/{0}" },
        { "ada.lovelace@company.com", "ask {0} for it" },
        { "ada+shop@mail.company.co.uk", "<{0}>" },
    };

    /// <summary>What must stay, byte for byte.</summary>
    public static TheoryData<string> Harmless { get; } =
    [
        "6f9619ff-8b86-d011-b42d-00c04fc964ff", "sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "commit 736d83ef474ec92421f14743253a00a024375319",
        "POST /api/orders/{orderId}/returns", "Task<Token> GetTokenAsync(CancellationToken token)", "PasswordHasher<User>", "password_hash text NOT NULL",
        "tokens: 12000",
        "PublicKeyToken=b77a5c561934e089", "The password: must not be empty", "\"Password\": \"Passwort\"", "\"ApiKeyHelpText\": \"Your key\"",
        "const string Header = \"X-Api-Key\";",
        "password = user.Password;", "var hashPassword = Sha1Hash(user.Password);", "var secret = options.ClientSecret;",
        "Secret = Encoders.Base58.EncodeData(bytes)", "Password={password}", "Password=$DB_PASSWORD", "Password=<secret>", "Password=***", "Password=…",
        "password: string", "connect(user, password=self.password)", "connect(password=db_password)", "connect(password=read_secret(path))",
        "usePassword=true", "secret: /run/secrets/db", "secretName: shop-db-v2", "apiKey: ${{ secrets.API_KEY }}", "Bearer authentication", "a bearer token",
        "basic authentication-scheme",
        "git@github.com:org/repo.git", "https://shop@dev.azure.com/shop/_git/shop", "https://user:password@host.company.com/x", "logo@2x.png", "@types/node",
        "user@example.com", "someone@users.noreply.github.com", "icon-@Model.Symbol", "name@sha256", "http://localhost:5001/a",
        "https://a.b/c?code=ok&key=name",
        "skip-links-and-navigation-of-the-page", "task-based-asynchronous-pattern-in-depth", "sk-learn-something-about-keys", "eyJust", "private key",
        "-----BEGIN CERTIFICATE-----", "`order_returns.status`", "src/Shop.Api/Authentication/AccessTokenHandler.cs:12",
    ];

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Secret_IsTakenOut_AndWhatIsAroundItStays(string secret, string written)
    {
        var redacted = Redaction.Of(string.Format(System.Globalization.CultureInfo.InvariantCulture, written, secret));

        Assert.DoesNotContain(secret, redacted, StringComparison.Ordinal);
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, written, Redaction.Mark), redacted);
        Assert.Equal(redacted, Redaction.Of(redacted));
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void SecretInsideJsonInsideMarkdown_IsTakenOutToo(string secret, string written)
    {
        var text = PlanJson.Content("Line\n" + string.Format(System.Globalization.CultureInfo.InvariantCulture, written, secret) + "\nend");

        Assert.DoesNotContain(secret, Redaction.Of($"```json\n{text}\n```"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void WhatIsNoSecret_Stays(string text) => Assert.Equal(text, Redaction.Of(text));

    [Fact]
    public void PrivateKey_GoesAsAWhole_AndLinesKeepTheirNumbers()
    {
        var key = "-----BEGIN RSA PRIVATE " + "KEY-----\nMIIEowIBAAKCAQEA\nabc+/=\n-----END RSA PRIVATE " + "KEY-----";

        Assert.Equal($"before\n{Redaction.Mark}\n\n\n\nafter", Redaction.Of($"before\n{key}\nafter"));
    }

    [Fact]
    public void PrivateKeyWithoutAnEnd_LosesTheLinesThatAreNothingButTheKey()
    {
        var key = "-----BEGIN PRIVATE " + "KEY-----\n" + new string('A', 64) + "\n" + new string('B', 64) + "\n";

        Assert.Equal($"{Redaction.Mark}\n\n\nThe next paragraph.", Redaction.Of(key + "The next paragraph."));
    }

    [Fact]
    public void AddressIsNoSecret_AndAPasswordIs()
    {
        Assert.Empty(Redaction.SecretsIn("ada@company.com"));
        Assert.Equal([12], Redaction.SecretsIn("ab\nPassword=hunter2"));
    }

    /// <summary>In the content, an escaped line end stands before the key and makes one word with it.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\t")]
    [InlineData("\"")]
    public void KeyAfterALineEnd_IsTakenOutOfAValue(string before)
    {
        var ticket = new Ticket { Key = "SHOP-1", Summary = "Cancel", Description = $"The key:{before}AKIA" + "QWERTYUIOPASDFGH" };

        Assert.Equal($"The key:{before}{Redaction.Mark}", Redaction.OfValue(ticket).Value.Description);
    }

    /// <summary>What begins like a secret, or like a long text before a sign, again and again: a search that goes back would take hours.</summary>
    [Theory]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\n")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9-")]
    [InlineData("password=")]
    [InlineData("api_key : \"")]
    [InlineData("://a:b:")]
    [InlineData("a.b@")]
    [InlineData("bearer   ")]
    [InlineData("token                     ")]
    public void TextMadeToTakeLong_TakesNoLongerThanItsLengthAllows(string part)
    {
        var started = Stopwatch.GetTimestamp();

        Redaction.Of(string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length)));

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Value_IsRedactedInEveryText_AndIsItselfWhereNothingHadToBe()
    {
        var clean = new Ticket { Key = "SHOP-1", Summary = "Cancel", Description = "Nothing to hide." };
        var leaking = clean with { Description = "Password=hunter2\n\"quoted\"", Labels = ["ada@company.com"] };

        Assert.Same(clean, Redaction.OfValue(clean).Value);
        Assert.Equal($"Password={Redaction.Mark}\n\"quoted\"", Redaction.OfValue(leaking).Value.Description);
        Assert.Equal([Redaction.Mark], Redaction.OfValue(leaking).Value.Labels);
        Assert.DoesNotContain("hunter2", Redaction.OfValue(leaking).Content, StringComparison.Ordinal);
    }
}
