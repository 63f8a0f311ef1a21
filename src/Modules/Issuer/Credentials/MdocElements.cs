using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Issuer.Credentials;

/// <summary>From the claims of an offer to the data elements of an mdoc. Pure.</summary>
internal static class MdocElements
{
    /// <summary>The elements whose claims are there.</summary>
    /// <exception cref="FormatException">A claim that is to be a day is none: a mistake of the module that offered it.</exception>
    public static IReadOnlyList<MdocElement> Of(MdocForm form, JsonObject claims, DateTimeOffset expiresAt) =>
        [.. form.Elements
            .Select(element => (element, Value: ValueOf(element, claims, expiresAt)))
            .Where(found => found.Value is not null)
            .Select(found => new MdocElement(found.element.NameSpace, found.element.Identifier, found.Value!))];

    private static CborItem? ValueOf(MdocFormElement element, JsonObject claims, DateTimeOffset expiresAt)
    {
        if (element.Claim == MdocForm.EndOfValidity)
            return CborDates.Of(DateOnly.FromDateTime(expiresAt.UtcDateTime));
        var selected = ClaimPath.Of([.. element.Claim.Split('.')]).Select(claims);
        if (selected is not [{ } value])
            return null;
        return element.IsDay
            ? CborDates.Of(DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture))
            : CborJson.FromJson(value);
    }
}
