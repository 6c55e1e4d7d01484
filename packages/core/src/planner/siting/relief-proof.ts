/** What is proven of a relaxation: an answer was found with it; and, perhaps, that nothing less would do. */
export const reliefProof = (smallest: boolean): { proof: string; proofZh: string } =>
  smallest
    ? { proof: 'solved again, proven smallest', proofZh: '已重新求解，已证明最小' }
    : { proof: 'solved again', proofZh: '已重新求解' }
