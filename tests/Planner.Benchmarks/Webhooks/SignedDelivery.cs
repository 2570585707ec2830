using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Planner.Benchmarks.Webhooks;

/// <summary>A body as Jira Cloud sends it, about as long as a real one, with its signature.</summary>
internal sealed record SignedDelivery(byte[] Body, string Signature, string Identifier)
{
    /// <summary>What sender and server agreed on.</summary>
    public const string Secret = "agreed for the figures";

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);

    // Descriptions make most of a real delivery.
    private static readonly string Description =
        string.Concat(Enumerable.Repeat("Customers ask for returns of orders that were delivered within thirty days. ", 40));

    /// <summary>Somebody changed an assignee: most of what a Jira sends asks for nothing.</summary>
    public static SignedDelivery Other(int number) =>
        Signed(number, "issue_assigned", """{"field": "assignee", "fieldId": "assignee", "from": null, "to": "557058:otto"}""");

    /// <summary>A change to a status that starts plans: written down before the answer, looked up after it, and by then the ticket has left it again.</summary>
    public static SignedDelivery Transition(int number) => Signed(
        number,
        "issue_generic",
        """{"field": "status", "fieldId": "status", "from": "1", "fromString": "To Do", "to": "10001", "toString": "Ready for planning"}""");

    /// <summary>Any body, signed.</summary>
    public static SignedDelivery Of(byte[] body, string identifier) =>
        new(body, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Key, body))}", identifier);

    private static SignedDelivery Signed(int number, string kind, string item)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        return Of(
            Encoding.UTF8.GetBytes(
                $$"""
                {"timestamp": 17{{number:00000000000}}, "webhookEvent": "jira:issue_updated", "issue_event_type_name": "{{kind}}",
                "user": {"accountId": "557058:rita", "displayName": "Rita"},
                "issue": {"id": "20000", "key": "SHOP-7", "fields": {"summary": "Returns",
                "description": "{{Description}}", "status": {"id": "3", "name": "In Progress"} } },
                "changelog": {"id": "{{id}}", "items": [{{item}}]} }
                """),
            "figures-" + id);
    }
}
