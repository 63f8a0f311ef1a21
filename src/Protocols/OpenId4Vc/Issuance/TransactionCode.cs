// OpenID4VCI 1.0 §4.1.1 (tx_code).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>How the wallet asks the person for the code that was sent on another way.</summary>
/// <param name="Digits">True for digits only ("numeric", the default), false for any text.</param>
/// <param name="Length">Number of characters, or null when unknown.</param>
/// <param name="Description">Where the code is found, at most 300 characters, or null.</param>
public sealed record TransactionCode(bool Digits = true, int? Length = null, string? Description = null)
{
    private const int MaxDescription = 300;

    /// <summary>Reads `tx_code`; an empty object is valid.</summary>
    public static Checked<TransactionCode> Parse(JsonObject json)
    {
        if (json.ContainsKey("input_mode") && json.Text("input_mode") is not ("numeric" or "text"))
            return Refuse("input_mode is neither numeric nor text.");
        if (json.ContainsKey("length") && json.Integer("length") is not (> 0 and <= 100))
            return Refuse("length is not a small positive number.");
        if (json.ContainsKey("description") && json.Text("description") is not { Length: <= MaxDescription })
            return Refuse($"description is not a text of at most {MaxDescription} characters.");
        return new TransactionCode(json.Text("input_mode") != "text", (int?)json.Integer("length"), json.Text("description"));
    }

    /// <summary>The `tx_code` object.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (!Digits)
            json["input_mode"] = "text";
        if (Length is not null)
            json["length"] = Length;
        if (Description is not null)
            json["description"] = Description;
        return json;
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "OpenID4VCI 1.0 §4.1.1", detail);
}
