import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import { ATTACHMENT_LIMITS, refuse, tooLarge } from '@plexus/domain';
import type { Request, Response } from 'express';
import { AccessService } from '../../../access/access.service.ts';
import { badInput } from '../../../platform/faults.ts';
import { publishRefusal } from '../../../platform/graphql/refusal.types.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { withFileBody } from '../../../platform/http/file-body.ts';
import { PlainHttp } from '../../../platform/http/plain-http.ts';
import { AttachmentQueries } from '../application/attachment.queries.ts';
import { type AttachFile, AttachFileUseCase } from '../application/attachments.use-cases.ts';

/** What the file is for, as JSON and percent-encoded: in a header, because addresses are written down on the way and a file's name may name a patient. */
const COMMAND_HEADER = 'x-plexus-command';

/** Files in and out. Both ask for rights as every command and every look at a chart does. */
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly http: PlainHttp,
    private readonly access: AccessService,
    private readonly attaching: AttachFileUseCase,
    private readonly attachments: AttachmentQueries,
  ) {}

  @Post()
  @HttpCode(HttpStatus.OK)
  attach(@Req() req: Request, @Res() res: Response): Promise<void> {
    return this.http.answer(req, res, async (request) => {
      const { actor } = request;
      const command = commandOf(req);
      // Nobody's megabytes are read before they may send them; the command asks once more under the record's lock.
      await this.access.require(request, 'follow-up:write', command.patientId);
      await request.renew();
      const result = await withFileBody(req, res, ATTACHMENT_LIMITS.bytes, (content) => (content ? this.attaching.execute(actor, command, content) : Promise.resolve(refuse(tooLarge()))));
      if (result.ok) res.json({ followUpId: result.value.entityId, revision: result.value.revision });
      else res.status(HttpStatus.UNPROCESSABLE_ENTITY).json(publishRefusal(result.error));
    });
  }

  @Get(':patientId/:attachmentId')
  download(@Req() req: Request, @Res() res: Response, @Param('patientId') patientId: string, @Param('attachmentId') id: string): Promise<void> {
    return this.http.answer(req, res, async (request) => {
      await this.access.require(request, 'follow-up:read', patientId);
      const file = await this.attachments.file(request, patientId, id);
      await this.access.noteTaking(request, 'follow-up:read', 'attachment-downloaded', patientId);
      handOut(res, file);
      await this.send(request, res, patientId, id);
    });
  }

  private async send(request: RequestContext, res: Response, patientId: string, id: string): Promise<void> {
    await pipeline(Readable.from(this.attachments.content(request, patientId, id), { objectMode: false }), res);
  }
}

/** As a file for the disk, never as a page of ours: whatever is in it, no browser runs it here. */
function handOut(res: Response, { name, mediaType, size }: { readonly name: string; readonly mediaType: string; readonly size: number }): void {
  res.attachment(name);
  res.setHeader('content-type', mediaType);
  res.setHeader('content-length', size);
  res.setHeader('content-security-policy', `sandbox; default-src 'none'`);
  res.setHeader('x-content-type-options', 'nosniff');
}

const TEXTS = ['commandId', 'patientId', 'followUpId', 'name'] as const;

function commandOf(req: Request): AttachFile {
  const given = parse(String(req.headers[COMMAND_HEADER] ?? ''));
  for (const field of TEXTS) if (typeof given[field] !== 'string') throw badInput(field, `Say in ${COMMAND_HEADER} what the file is for.`);
  const { commandId, patientId, followUpId, name, baseRevision, contactId } = given;
  if (contactId != null && typeof contactId !== 'string') throw badInput('contactId', 'A contact id is a UUID.');
  return { commandId, patientId, followUpId, name, baseRevision, ...(contactId ? { contactId } : {}) } as AttachFile;
}

function parse(header: string): Record<string, unknown> {
  try {
    const given = JSON.parse(decodeURIComponent(header)) as unknown;
    return given !== null && typeof given === 'object' ? (given as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
