using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Exchange.Taking;

/// <summary>
/// Adds what a message says of a client. Names and addresses are current by the day of the document, so a message that
/// arrives late does not take the place of a newer one.
/// </summary>
internal sealed class PersonTaking(PlusDb db)
{
    private const int LongestSource = 200;

    /// <param name="known">The client; new ones are empty.</param>
    /// <param name="content">The message.</param>
    /// <param name="corrects">What the corrected document said before is ended.</param>
    public void Apply(KnownClient known, IntakeContent content, bool corrects)
    {
        var person = content.Person!;
        var day = content.IssuedOn!.Value;
        var source = PlainText.Shortened(content.Source, LongestSource);
        AddCode(known, person, day, source);
        AddName(known, person, day, source);
        if (person.Declared is { } declared)
        {
            AddAddress(known, declared, day, source, corrects);
        }

        AddReach(known, ReachKind.Phone, person.Phone, day, source, corrects);
        AddReach(known, ReachKind.Email, person.Email, day, source, corrects);
        foreach (var representative in content.Representatives)
        {
            AddRepresentative(known, representative);
        }
    }

    private void AddCode(KnownClient known, PersonData person, DateOnly day, string source)
    {
        if (
            PersonalCode.TryParse(person.PersonalCode, out var code)
            && !known.Identifiers.Exists(i => i.Kind == IdentifierKind.PersonalCode && i.Value == code.Digits)
        )
        {
            var added = new ClientIdentifier(known.Client.Id, IdentifierKind.PersonalCode, code.Digits, day, source);
            known.Identifiers.Add(added);
            db.Add(added);
        }
    }

    private void AddName(KnownClient known, PersonData person, DateOnly day, string source)
    {
        var client = known.Client;
        var newest = known.Names.Count == 0 || day >= known.Names.Max(n => n.AsOf);
        var described = client.Citizenship is null || (newest && person.Citizenship is not null);
        if (described && client.Citizenship != person.Citizenship)
        {
            client.Describe(person.Citizenship, client.Languages, client.NeedsInterpreter);
        }

        if (client.Sex is null && person.Sex is not null)
        {
            client.Correct(client.BirthDate, person.Sex);
        }

        var name = new ClientName(client.Id, person.GivenName, person.Surname, day, source);
        var before = known.Names.Where(n => n.AsOf <= day).MaxBy(n => (n.AsOf, n.Id)) ?? known.Names.MinBy(n => n.AsOf);
        var same = before?.NameKey ?? (known.Names.Count == 0 && !IsNew(known) ? client.NameKey : null);
        if (same == name.NameKey)
        {
            return;
        }

        known.Names.Add(name);
        db.Add(name);
        if (newest && client.NameKey != name.NameKey)
        {
            client.Name(person.GivenName, person.Surname);
        }
    }

    private bool IsNew(KnownClient known) =>
        db.Entry(known.Client).State == Microsoft.EntityFrameworkCore.EntityState.Added;

    private void AddAddress(KnownClient known, AddressData declared, DateOnly day, string source, bool corrects)
    {
        var code = TerritoryCode.TryParse(declared.TerritoryCode, out var territory) ? territory.Digits : null;
        var all = known.Addresses.Where(a => a.Kind == AddressKind.Declared).ToList();
        var before = all.Where(a => a.AsOf <= day && a.To is null).MaxBy(a => (a.AsOf, a.Id)) ?? all.MinBy(a => a.AsOf);
        if (before is not null && before.TerritoryCode == code && before.Text == declared.Text)
        {
            return;
        }

        if (corrects)
        {
            foreach (var wrong in all.Where(a => a.To is null && a.AsOf == day && a.Source == source))
            {
                wrong.End(day);
            }
        }

        var added = new ClientAddress(known.Client.Id, AddressKind.Declared, code, declared.Text, day, source);
        known.Addresses.Add(added);
        db.Add(added);
    }

    private void AddReach(KnownClient known, ReachKind kind, string? value, DateOnly day, string source, bool corrects)
    {
        if (value is null)
        {
            return;
        }

        var added = new ClientReach(known.Client.Id, kind, value, day, source);
        if (known.Reach.Exists(r => r.Kind == kind && r.To is null && r.SearchKey == added.SearchKey))
        {
            return;
        }

        if (corrects)
        {
            foreach (var wrong in known.Reach.Where(r => r.Kind == kind && r.To is null && r.Source == source))
            {
                wrong.End(day);
            }
        }

        known.Reach.Add(added);
        db.Add(added);
    }

    private void AddRepresentative(KnownClient known, PersonData person)
    {
        var code = PersonalCode.TryParse(person.PersonalCode, out var parsed) ? parsed.Digits : person.PersonalCode;
        var name = NameFolding.Fold(person.Surname + " " + person.GivenName);
        if (
            known.Related.Exists(r =>
                r.IsLegalRepresentative
                && r.To is null
                && (
                    (code is not null && r.PersonalCode == code)
                    || NameFolding.Fold(r.Surname + " " + r.GivenName) == name
                )
            )
        )
        {
            return;
        }

        var added = new RelatedPerson(
            known.Client.Id,
            person.Relation ?? "other",
            person.GivenName,
            person.Surname,
            isLegalRepresentative: true
        );
        added.IdentifiedBy(code, person.BirthDate);
        added.ReachableBy(person.Phone, person.Email);
        known.Related.Add(added);
        db.Add(added);
    }
}
