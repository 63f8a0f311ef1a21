using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Inspections.OfflineSets;
using Modellstadt.Parking.Inspections.Places;
using Modellstadt.Parking.Permits;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Parking.Inspections.Shifts;

/// <summary>What a device must know to answer by itself: it computes no rule, it compares with what the town computed. Times in milliseconds.</summary>
/// <param name="Shift">The shift.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="OfflineSet">Where the set is fetched.</param>
/// <param name="TownKey">The key that signs sets, a public JWK.</param>
/// <param name="Ags">Amtlicher Gemeindeschlüssel of the town: whose slips count.</param>
/// <param name="SlipKeys">The keys that seal slips, public JWKs.</param>
/// <param name="PermitType">The <c>vct</c> of a permit that a phone shows.</param>
/// <param name="Signers">The keys that sign permits.</param>
/// <param name="Districts">Districts of plates that settle how <c>GEAB123</c> is read.</param>
/// <param name="Zones">The zones of the town and the hours of their signs.</param>
/// <param name="Language">Language of the words.</param>
/// <param name="Texts">Words for answers without a connection.</param>
internal sealed record DeviceShift(
    Guid Shift, long EndsAt, string OfflineSet, JsonObject TownKey, string Ags, IReadOnlyList<JsonObject> SlipKeys, string PermitType, IReadOnlyList<DeviceSigner> Signers,
    IReadOnlyList<string> Districts, IReadOnlyList<DeviceZone> Zones, string Language, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The shift for a device, as JSON for an attribute of the page.</summary>
    public static string Of(Shift shift, ParkingFacts facts, DeviceKeys keys, DateTimeOffset now, Language language) =>
        JsonSerializer.Serialize(
            new DeviceShift(
                shift.Id, shift.EndsAt.ToUnixTimeMilliseconds(), SendOfflineSet.Address, keys.Set.ToJson(), facts.Town.Ags, [.. keys.Slips.Select(key => key.ToJson())],
                PermitCredential.Type.Vct, [.. keys.Permits.Select(signer => new DeviceSigner(signer.Header, signer.Key.ToJson(), signer.Until.ToUnixTimeMilliseconds()))], [.. facts.PlateDistricts.Order(StringComparer.Ordinal)],
                [.. ParkingPlace.AllOf(facts).Select(place => place.Zone).Distinct().Select(zone => ZoneOf(zone, facts, now, language))], language.Tag(), TextsIn(language)),
            DeviceJson.Default.DeviceShift);

    private static DeviceZone ZoneOf(string letter, ParkingFacts facts, DateTimeOffset now, Language language)
    {
        var zone = facts.Zones.Zones.First(zone => zone.ZoneId == letter);
        var hours = ZoneSign.Hours(zone, now)?.Select(span => new[] { span.From.ToUnixTimeMilliseconds(), span.Until.ToUnixTimeMilliseconds() }).ToArray();
        return new DeviceZone(letter, zone.Name, InspectionTexts.For(language).RestrictionOf(zone.NonResidents?.Restriction), hours);
    }

    private static Dictionary<string, string> TextsIn(Language language)
    {
        var texts = InspectionTexts.For(language);
        return new Dictionary<string, string>
        {
            ["valid"] = texts.Valid, ["notValidHere"] = texts.NotValidHere, ["unknown"] = texts.OfflineUnknown, ["unknownStep"] = texts.OfflineUnknownStep,
            ["plate"] = texts.PlateLabel, ["permitZone"] = texts.PermitZone, ["here"] = texts.Here, ["zone"] = texts.Zone, ["others"] = texts.Others,
            ["holds"] = texts.SignHolds("{0}", "{1}"), ["free"] = texts.SignFree("{0}"), ["freeAlways"] = texts.SignFree(null), ["signUnknown"] = texts.SignUnknown("{0}"),
            ["source"] = texts.OfflineSource, ["sourceValue"] = texts.OfflineSourceValue, ["offlineTitle"] = texts.OfflineTitle, ["noSet"] = texts.OfflineNoSet, ["code"] = texts.OfflineCode,
            ["notPlateTitle"] = texts.PlateNotReadable.Title, ["notPlate"] = $"{texts.PlateNotReadable.Sentence} {texts.PlateNotReadable.NextStep}",
            ["setNone"] = texts.SetNone, ["setLoading"] = texts.SetLoading, ["setReady"] = texts.SetReady, ["setOld"] = texts.SetOld, ["setOver"] = texts.SetOver, ["setBroken"] = texts.SetBroken,
            ["sealBrokenTitle"] = texts.SealBrokenTitle, ["sealBroken"] = texts.SealBroken, ["sealOver"] = texts.SealOver, ["sealGood"] = texts.SealGood, ["sealMissing"] = texts.SealMissing,
            ["sealUntil"] = texts.Until, ["sealOnly"] = texts.SealOnly,
            ["phoneSource"] = texts.PhoneSource, ["phoneNoSet"] = texts.PhoneNoSet, ["phoneGood"] = texts.PhoneGood, ["phoneOver"] = texts.PhoneOver, ["phoneMissing"] = texts.PhoneMissing, ["phoneYounger"] = texts.PhoneYounger,
            ["brokenPhoneTitle"] = texts.BrokenPhoneTitle, ["brokenPhone"] = texts.BrokenPhone, ["strangePhoneTitle"] = texts.StrangePhoneTitle, ["strangePhone"] = texts.StrangePhone,
            ["oldPhoneTitle"] = texts.OldPhoneTitle, ["oldPhone"] = texts.OldPhone, ["earlyPhoneTitle"] = texts.EarlyPhoneTitle, ["earlyPhone"] = texts.EarlyPhone, ["overPhoneTitle"] = texts.OverPhoneTitle, ["overPhone"] = texts.OverPhone,
            ["online"] = texts.Online, ["notOnline"] = texts.NotOnline,
        };
    }
}

/// <summary>The public keys that a device checks with.</summary>
/// <param name="Set">Of offline sets.</param>
/// <param name="Slips">Of slips.</param>
/// <param name="Permits">Of permits in wallets.</param>
internal sealed record DeviceKeys(JsonWebKey Set, IEnumerable<JsonWebKey> Slips, IEnumerable<CredentialSigner> Permits);

/// <summary>A key that signs permits, for a device.</summary>
/// <param name="Header">The protected header of what it signs, base64url: codes of phones travel without it.</param>
/// <param name="Key">A public JWK.</param>
/// <param name="Until">When its certificate ends.</param>
internal sealed record DeviceSigner(string Header, JsonObject Key, long Until);

/// <summary>A zone for a device.</summary>
/// <param name="Id">Its letter.</param>
/// <param name="Name">Its name.</param>
/// <param name="Restriction">What its sign demands, in words.</param>
/// <param name="Hours">When the sign holds, from and until; null when nobody knows.</param>
internal sealed record DeviceZone(string Id, string Name, string Restriction, IReadOnlyList<long[]>? Hours);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeviceShift))]
internal sealed partial class DeviceJson : JsonSerializerContext;
