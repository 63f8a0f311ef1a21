using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder.Conformance;

/// <summary>DCQL as the suite's configuration writes it.</summary>
internal static class SuiteQueries
{
    /// <summary>The identifier of the card's query.</summary>
    public const string Card = "pid";

    /// <summary>The identifier of a query that no card answers.</summary>
    public const string Stranger = "mdl";

    /// <summary>Two claims of the card.</summary>
    public static JsonObject Name => Claims(["given_name"], ["family_name"]);

    /// <summary>Claims of the card by path; none leaves the member out.</summary>
    public static JsonObject Claims(params JsonArray[] paths)
    {
        var credential = Credential(Card, SuiteWallet.CardType);
        if (paths.Length > 0)
            credential["claims"] = new JsonArray([.. paths.Select(path => new JsonObject { ["path"] = path })]);
        return new JsonObject { ["credentials"] = new JsonArray(credential) };
    }

    /// <summary>The card, and beside it one that the wallet does not hold.</summary>
    /// <param name="required">True when both are demanded.</param>
    public static JsonObject WithStranger(bool required)
    {
        var query = Name;
        query["credentials"]!.AsArray().Add(Credential(Stranger, "urn:example:mobile-driving-licence:1"));
        query["credential_sets"] = new JsonArray(
            new JsonObject { ["options"] = new JsonArray(new JsonArray(Card)) },
            new JsonObject { ["options"] = new JsonArray(new JsonArray(Stranger)), ["required"] = required });
        return query;
    }

    private static JsonObject Credential(string id, string type) => new()
    {
        ["id"] = id,
        ["format"] = "dc+sd-jwt",
        ["meta"] = new JsonObject { ["vct_values"] = new JsonArray(type) },
    };
}
