// Ours: ETSI TS 119 475 and OpenID4VP 1.0 §5.1 leave it to the wallet what it does with a registration that does not hold.
namespace Modellstadt.Protocols.OpenId4Vc.Registration;

/// <summary>Why a registration certificate does not count.</summary>
public static class RegistrationErrors
{
    /// <summary>It is malformed, has ended, or no trusted registrar signed it.</summary>
    public const string InvalidRegistration = "invalid_registration";

    /// <summary>It holds, but for another relying party than the one that asks.</summary>
    public const string OtherRelyingParty = "registration_of_another_party";
}
