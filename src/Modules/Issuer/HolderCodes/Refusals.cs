using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Issuer.HolderChecks;

/// <summary>The scanned text is no code of a wallet.</summary>
internal sealed record NotAHolderCode() : Refusal("urn:modellstadt:issuer:not-a-holder-code", 400)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Das ist kein Ausweiscode", "Der gescannte Code stammt nicht von einem Ausweis der Stadt.", "Lassen Sie sich den Ausweis in der App zeigen und scannen Sie den Code dort.")
        : new("This is not a permit code", "The scanned code does not come from a permit of the town.", "Ask to see the permit in the app and scan the code there.");
}

/// <summary>No copy has this entry, or the code was not signed with its key.</summary>
internal sealed record UnknownHolderCode() : Refusal("urn:modellstadt:issuer:unknown-holder-code", 404)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Dieser Code ist nicht echt", "Die Stadt hat keinen Ausweis ausgestellt, zu dem dieser Code gehört.", "Prüfen Sie das Kennzeichen: ein gültiger Ausweis ist auch darüber zu finden.")
        : new("This code is not genuine", "The town has issued no permit to which this code belongs.", "Check the number plate: a valid permit is found by it, too.");
}

/// <summary>The code was made too long ago.</summary>
internal sealed record OldHolderCode() : Refusal("urn:modellstadt:issuer:old-holder-code", 422)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Dieser Code ist zu alt", "Der Code gilt zwei Minuten; dieser ist älter, vielleicht ein Foto.", "Lassen Sie sich den Ausweis in der App zeigen: dort entsteht der Code alle 30 Sekunden neu.")
        : new("This code is too old", "A code is good for two minutes; this one is older, perhaps a photograph.", "Ask to see the permit in the app: it makes a new code every 30 seconds.");
}

/// <summary>The code claims to be made in the future.</summary>
internal sealed record FutureHolderCode() : Refusal("urn:modellstadt:issuer:future-holder-code", 422)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Die Uhr des Telefons geht vor", "Der Code trägt eine Uhrzeit, die noch nicht gekommen ist.", "Prüfen Sie das Kennzeichen, oder bitten Sie darum, die Uhr des Telefons auf automatisch zu stellen.")
        : new("The phone's clock is ahead", "The code bears a time that has not come yet.", "Check the number plate, or ask to set the phone's clock to automatic.");
}

/// <summary>The copy was revoked or has expired.</summary>
internal sealed record EndedCredential() : Refusal("urn:modellstadt:issuer:ended-credential", 410)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Dieser Ausweis gilt nicht mehr", "Der Code ist echt, aber der Ausweis ist abgelaufen, widerrufen oder durch einen neuen ersetzt.", "Prüfen Sie das Kennzeichen: vielleicht gibt es einen neuen Ausweis.")
        : new("This permit is no longer valid", "The code is genuine, but the permit has expired, was revoked or was replaced by a new one.", "Check the number plate: there may be a new permit.");
}
