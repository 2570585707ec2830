using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Planner.Core.Text;

namespace Planner.Core.Opinions;

/// <summary>The one spelling of the parts of a key: words in lower case with hyphens, whatever the case and marks of the name.</summary>
internal static partial class KeyText
{
    private const int MostCharacters = 60;
    private const int HashDigits = 8;

    /// <summary><c>IPaymentGateway</c>, <c>i_payment_gateway</c> and <c>i-payment-gateway</c> are all <c>i-payment-gateway</c>; long names end in a hash.</summary>
    public static string Part(string name)
    {
        var part = Hyphened(Parameter().Replace(name.Normalize(NormalizationForm.FormKC), "id"));
        return part.Length <= MostCharacters
            ? part
            : $"{part[..(MostCharacters - HashDigits - 1)].TrimEnd('-')}-{TextHash.Of(part)[..HashDigits]}";
    }

    private static string Hyphened(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]) || BeginsWord(name, i))
            {
                Hyphen(text);
            }

            if (char.IsLetterOrDigit(name[i]))
            {
                text.Append(char.ToLower(name[i], CultureInfo.InvariantCulture));
            }
        }

        return text.ToString().TrimEnd('-');
    }

    /// <summary>A capital after a small letter, and the last capital of a row of them that a word follows.</summary>
    private static bool BeginsWord(string name, int at) =>
        at > 0 && char.IsUpper(name[at])
        && (char.IsLower(name[at - 1]) || char.IsDigit(name[at - 1]) || (char.IsUpper(name[at - 1]) && at + 1 < name.Length && char.IsLower(name[at + 1])));

    /// <summary>A parameter of a route is the same whatever it is called.</summary>
    [GeneratedRegex(@"\{[^{}/]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    private static void Hyphen(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '-')
        {
            text.Append('-');
        }
    }
}
