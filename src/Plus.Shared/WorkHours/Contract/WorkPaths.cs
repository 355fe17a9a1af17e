using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plus.Shared.Cases.Contract;

namespace Plus.Shared.WorkHours.Contract;

/// <summary>Finds the door of a function that works in hours by the first part of the address.</summary>
public static class WorkPaths
{
    public static WorkDoor? Work(this FunctionDoors doors, string? path) =>
        doors.All.OfType<WorkDoor>().FirstOrDefault(d => d.Path == path);
}

/// <summary>Lets through only addresses of functions that work in hours: <c>{work:work}</c>.</summary>
internal sealed class WorkPathConstraint(FunctionDoors doors) : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) => doors.Work(values[routeKey]?.ToString()) is not null;
}
