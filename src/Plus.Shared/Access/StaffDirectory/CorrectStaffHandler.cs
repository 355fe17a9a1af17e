using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>A person's name or address for messages changes.</summary>
internal sealed class CorrectStaffHandler(PlusDb db, Processes processes, StaffScope scope)
{
    public static readonly ProcessType Corrected = new("access.staffCorrected");

    public async Task<Outcome<Unit>> CorrectAsync(
        StaffId id,
        string givenName,
        string surname,
        string? email,
        string? employeeNumber,
        uint version,
        CancellationToken ct
    )
    {
        var person = await scope.Visible(AccessPermissions.StaffManage).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (person is null)
        {
            return new NoSuchRecord();
        }

        db.Entry(person).Property(s => s.Version).OriginalValue = version;
        person.Correct(givenName.Trim(), surname.Trim());
        person.ReachableBy(string.IsNullOrWhiteSpace(email) ? null : email.Trim());
        var number = string.IsNullOrWhiteSpace(employeeNumber) ? null : employeeNumber.Trim();
        if (number is not null && await db.Set<Staff>().AnyAsync(s => s.EmployeeNumber == number && s.Id != id, ct))
        {
            return new EmployeeNumberTaken();
        }

        person.Numbered(number);
        return await processes.CommitAsync(new ProcessStart(Corrected) { Subject = id.Value }, ct);
    }
}

internal sealed record EmployeeNumberTaken() : Refusal("access.staff.employeeNumberTaken")
{
    public override string Field => "EmployeeNumber";
}
