using System.Text.RegularExpressions;

namespace Planner.Core.Text.Secrets;

/// <summary>
/// How passwords, keys and tokens are written. Told by their issuer's prefix or by what stands before them, never by
/// randomness: hashes, ids and names must stay.
/// </summary>
internal static partial class SecretShapes
{
    private static readonly string[] Issuers =
        [
            "akia",
            "asia",
            "abia",
            "acca",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "atatt",
            "xox",
            "xapp-",
            "k_live_",
            "k_test_",
            "npm_",
            "aiza",
            "sg.",
            "sk-",
            "eyj",
            "hooks.slack.com",
        ];

    private static readonly string[] Keys =
        [
            "passw", "passphrase", "pwd", "secret", "api-key", "api_key", "apikey", "account-key", "account_key", "accountkey", "accesskey",
            "access-key", "access_key",
            "privatekey", "private-key", "private_key", "signingkey", "signing-key", "signing_key", "encryptionkey", "encryption-key", "encryption_key",
            "authtoken", "auth-token", "auth_token", "accesstoken", "access-token", "access_token", "refreshtoken", "refresh-token", "refresh_token",
            "bearertoken", "bearer-token", "bearer_token", "apitoken", "api-token", "api_token",
        ];

    private static readonly string[] Marks =
        [
            "://",
            "bearer ",
            "basic ",
            "sig=",
            "signature=",
            "key=",
            "code=",
            "token\"",
            "token'",
            "token\\",
            "token =",
            "token=",
            "token:",
            "password '",
            "identified by",
        ];

    public static IReadOnlyList<SecretShape> All { get; } =
    [
        new(["private key"], (KeyBlock, _ => true), (CutKeyBlock, _ => true)),
        new(Issuers, (Issued, _ => true), (IssuedKey, SecretValue.IsMixed), (SignedToken, _ => true), (Hook, _ => true)),
        new(Keys, (Assigned, SecretValue.IsWritten), (Stated, SecretValue.IsMixed), (Quoted, SecretValue.IsMixed)),
        new(
            Marks,
            (Credentials, SecretValue.IsGiven),
            (Signed, SecretValue.IsLongAndMixed),
            (Header, SecretValue.IsMixed),
            (Query, SecretValue.IsLongAndMixed),
            (QuotedToken, SecretValue.IsLongAndMixed),
            (Sql, SecretValue.IsGiven)),
    ];

    /// <summary>Where passwords, keys and tokens stand, in no order; places may overlap.</summary>
    public static IEnumerable<Place> In(string text) => All.SelectMany(s => s.In(text));

    private const string Key =
        "(passw(or)?d|passphrase|pwd|secret|(api|access|account|secret|private|signing|encryption)[_-]?key"
        + "|sharedaccesskey|(auth|access|refresh|bearer|api)[_-]?token)";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const RegexOptions Exact = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    [GeneratedRegex("""(?<secret>-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----[^"]*?-----END [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----)""", Exact)]
    private static partial Regex KeyBlock();

    /// <summary>Without its end: the lines below that are nothing but the key.</summary>
    [GeneratedRegex("""(?<secret>-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----([\r\n\\n]*[A-Za-z0-9+/=]{40,})*)""", Exact)]
    private static partial Regex CutKeyBlock();

    [GeneratedRegex(
        """(\b|\\[nrt])(?<secret>(AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{20,}"""
            + """|ATATT[A-Za-z0-9_=-]{20,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{20,}|[rs]k_(live|test)_[A-Za-z0-9]{16,}|npm_[A-Za-z0-9]{36}"""
            + """|AIza[0-9A-Za-z_-]{35}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,})""",
        Exact)]
    private static partial Regex Issued();

    [GeneratedRegex("""(\b|\\[nrt])(?<secret>sk-[A-Za-z0-9_-]{24,})""", Exact)]
    private static partial Regex IssuedKey();

    [GeneratedRegex("""(\b|\\[nrt])(?<secret>eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}(\.[A-Za-z0-9_-]*)?)""", Exact)]
    private static partial Regex SignedToken();

    /// <summary>As in connection strings and environments: no space around the sign.</summary>
    [GeneratedRegex(
        $$"""{{Key}}=(?<secret>[^\s;"'<>{}()\[\]$*,&\\`|=%][^\s;"'<>{}()\[\]*,&\\`|]{2,}(\([^\s;"'<>{}()]*\)[^\s;"'<>{}()\[\]*,&\\`|]*)*)""",
        Options)]
    private static partial Regex Assigned();

    /// <summary>As in YAML, headers and prose; a call is code.</summary>
    [GeneratedRegex($$"""{{Key}}\\?["']?(\s+=|:)\s*(?<secret>[^\s;"'<>{}()\[\]$*,&\\`|=:!][^\s;"'<>{}()\[\]*,&\\`|]{5,})(?<call>\()?""", Options)]
    private static partial Regex Stated();

    [GeneratedRegex($$"""{{Key}}\\?["']?\]?\s*(=|:|:=|=>)\s*[@$]*\\?["'](?<secret>[^\s"'<>{}\\]{5,})""", Options)]
    private static partial Regex Quoted();

    [GeneratedRegex("""token\\?["']?\]?\s*(=|:|:=|=>)\s*[@$]*\\?["'](?<secret>[A-Za-z0-9._~+/=-]{20,})""", Options)]
    private static partial Regex QuotedToken();

    [GeneratedRegex("""\b(password|identified by) '(?<secret>[^'\s]{3,})'""", Options)]
    private static partial Regex Sql();

    [GeneratedRegex("""\b(bearer|basic)\s+(?<secret>[A-Za-z0-9._~+/-]{16,}=*)""", Options)]
    private static partial Regex Header();

    [GeneratedRegex("""://[^\s/:@"'<>{}\\]*:(?<secret>[^\s/@"'<>(){}$\\]+)@""", Options)]
    private static partial Regex Credentials();

    /// <summary>A token in the user's place, as hosts of code and of error reports have it.</summary>
    [GeneratedRegex("""://(?<secret>[^\s/:@"'<>(){}$\\]{16,})(:[^\s/:@"'<>{}$\\]*)?@""", Options)]
    private static partial Regex Signed();

    [GeneratedRegex("""[?&](sig|signature|key|code|token|access_token|api[_-]?key)=(?<secret>[A-Za-z0-9%._~+/-]{12,}=*)""", Options)]
    private static partial Regex Query();

    [GeneratedRegex("""hooks\.slack\.com/services/(?<secret>[A-Za-z0-9/]{20,})""", Options)]
    private static partial Regex Hook();
}
