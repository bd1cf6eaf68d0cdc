/** Which look-ups the co-pilot has for a member of staff: those that he may make himself. */
import { staffMay } from '../../staff/rights.ts';
import type { StaffMember } from '../../staff/staff.ts';
import { calendarTool } from './calendar-tool.ts';
import { changesTool, type WaitingChanges } from './changes-tool.ts';
import { guideTool } from './guide-tool.ts';
import type { OfficerTool } from './officer-tool.ts';
import { placesTool } from './places-tool.ts';
import { searchTool } from './search-tool.ts';

export const allTools = (waiting: WaitingChanges): readonly OfficerTool[] => [
  searchTool,
  guideTool,
  placesTool,
  calendarTool,
  changesTool(waiting),
];

export const toolsOf = ({ role }: Pick<StaffMember, 'role'>, waiting: WaitingChanges): readonly OfficerTool[] =>
  allTools(waiting).filter(({ deed }) => staffMay(role, deed));
