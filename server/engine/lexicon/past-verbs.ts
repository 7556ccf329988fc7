/** Past tenses that do not end in -ed; those that look like the present (put, read, set) are left out. */
export const pastVerbs: ReadonlySet<string> = new Set(
  `was were had did said told held took came went began ran fell rose struck hit left made gave got saw met found killed died led won lost sent kept broke shot
  fired brought became wrote spoke flew fled drove sank sunk burst blew grew heard stood sat built bought caught chose fought felt froze hid laid paid rode sold shook
  shone slept slid spent spread stole swam swept swore taught threw thought tore understood woke wore wept withdrew`.split(/\s+/),
);

/** Pasts and participles that tell nothing of what happened. */
export const emptyVerbs: ReadonlySet<string> = new Set(
  `was were had did said told held took came went made gave got became happened occurred followed remained continued reported according added based called named used
  placed supposed described estimated believed confirmed announced stated`.split(/\s+/),
);
