/** Pages of a table: their buttons are shown once there is more than one. */
export const paged = (pageSize: number) => ({
  pageSize,
  showSizeChanger: false,
  hideOnSinglePage: true,
})
