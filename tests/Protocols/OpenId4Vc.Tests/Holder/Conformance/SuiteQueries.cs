using System.Text.Json.Nodes;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder.Conformance;

/// <summary>DCQL as the suite's configuration writes it.</summary>
/// <param name="format">The format of the card.</param>
internal sealed class SuiteQueries(string format)
{
    /// <summary>The identifier of the card's query.</summary>
    public const string Card = "pid";

    /// <summary>The identifier of a query that no card answers.</summary>
    public const string Stranger = "mdl";

    private readonly bool isMdoc = format == CredentialQuery.MdocFormat;

    /// <summary>Two claims of the card.</summary>
    public JsonObject Name => Elements("given_name", "family_name");

    /// <summary>Claims or elements of the card by name; none leaves the member out.</summary>
    public JsonObject Elements(params string[] names) =>
        Claims([.. names.Select(name => isMdoc ? new JsonArray(SuiteWallet.DocumentType, name) : new JsonArray(name))]);

    /// <summary>Claims of the card by path.</summary>
    public JsonObject Claims(params JsonArray[] paths)
    {
        var credential = Credential(Card, isMdoc ? SuiteWallet.DocumentType : SuiteWallet.CardType);
        if (paths.Length > 0)
            credential["claims"] = new JsonArray([.. paths.Select(path => new JsonObject { ["path"] = path })]);
        return new JsonObject { ["credentials"] = new JsonArray(credential) };
    }

    /// <summary>The card, and beside it one that the wallet does not hold.</summary>
    /// <param name="required">True when both are demanded.</param>
    public JsonObject WithStranger(bool required)
    {
        var query = Name;
        query["credentials"]!.AsArray().Add(Credential(Stranger, "urn:example:mobile-driving-licence:1"));
        query["credential_sets"] = new JsonArray(
            new JsonObject { ["options"] = new JsonArray(new JsonArray(Card)) },
            new JsonObject { ["options"] = new JsonArray(new JsonArray(Stranger)), ["required"] = required });
        return query;
    }

    /// <summary>The claims as a verifier gets them; those of an mdoc stand below their name space.</summary>
    public string Expected(string claims) => isMdoc ? $$"""{"{{SuiteWallet.DocumentType}}":{{claims}}}""" : claims;

    private JsonObject Credential(string id, string type) => new()
    {
        ["id"] = id,
        ["format"] = format,
        ["meta"] = isMdoc ? new JsonObject { ["doctype_value"] = type } : new JsonObject { ["vct_values"] = new JsonArray(type) },
    };
}
