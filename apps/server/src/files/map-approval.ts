import type { Access } from '@kuashan/store/database/with-caller.ts'
import { mapSource } from '@kuashan/store/queries/kept-whole.ts'

/** 审图号 of the map that an office puts under its county’s places: what reports have to print. None without a map. */
export const mapApproval = async (access: Access): Promise<string | undefined> =>
  (await mapSource.read(access)).value?.approval
