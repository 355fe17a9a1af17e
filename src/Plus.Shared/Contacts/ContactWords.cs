using Plus.Shared.Contacts.Records;
using Plus.Web.Language;

namespace Plus.Shared.Contacts;

/// <summary>Contacts in words.</summary>
public static class ContactWords
{
    public static string Outcome(Texts texts, ContactState state, bool? complied, string? absence) =>
        state switch
        {
            ContactState.Held when complied == false => texts["contacts.outcome.notComplied"],
            ContactState.Held => texts["contacts.outcome.complied"],
            ContactState.Missed => texts["contacts.absence." + absence],
            ContactState.Rescheduled => texts["contacts.state.rescheduled"],
            ContactState.Cancelled => texts["contacts.state.cancelled"],
            _ => texts["contacts.state.planned"],
        };
}
