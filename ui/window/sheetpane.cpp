// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/cell.h>
#include <forms/findingbar.h>
#include <forms/papergrid.h>
#include <forms/theme.h>
#include <models/deadlinestate.h>
#include <window/casedraft.h>
#include <window/sheetpane.h>

#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace huiyin {

namespace {

const auto kAction = QStringLiteral("amend");
const auto kReason = QStringLiteral("reason");

} // namespace

SheetPane::SheetPane(Shell &shell, QWidget *parent)
    : CasePart(parent)
    , m_shell(shell)
    , m_scroll(new QScrollArea(this))
{
    const auto unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, unit, 0, 0);
    column->setSpacing(unit);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(unit * 3, 0, unit * 3, 0);
    m_hint = new QLabel(this);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_amend = new QPushButton(Theme::icon(QStringLiteral("pencil")), tr("Amend…"), this);
    m_amend->setAccessibleName(tr("Amend"));
    connect(m_amend, &QPushButton::clicked, this, &SheetPane::beginAmending);
    top->addWidget(m_hint, 1);
    top->addWidget(m_amend);
    column->addLayout(top);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);

    m_amendBar = new QWidget(this);
    auto *bar = new QVBoxLayout(m_amendBar);
    bar->setContentsMargins(unit * 3, 0, unit * 3, unit);
    m_changes = new QLabel(m_amendBar);
    m_changes->setWordWrap(true);
    m_changes->setTextFormat(Qt::PlainText);
    m_findings = new FindingBar(m_amendBar);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("Reason for the correction *"), m_amendBar);
    m_reason = new QLineEdit(m_amendBar);
    m_reason->setAccessibleName(tr("Reason for the correction"));
    label->setBuddy(m_reason);
    m_commit = new QPushButton(tr("Keep correction  F8"), m_amendBar);
    m_commit->setDefault(true);
    m_commit->setAccessibleName(tr("Keep correction"));
    auto *cancel = new QPushButton(tr("Cancel"), m_amendBar);
    row->addWidget(label);
    row->addWidget(m_reason, 1);
    row->addWidget(m_commit);
    row->addWidget(cancel);
    bar->addWidget(m_changes);
    bar->addWidget(m_findings);
    bar->addLayout(row);
    column->addWidget(m_amendBar);
    m_amendBar->hide();
    connect(m_commit, &QPushButton::clicked, this, &SheetPane::submit);
    connect(m_reason, &QLineEdit::returnPressed, this, &SheetPane::submit);
    connect(cancel, &QPushButton::clicked, this, &SheetPane::cancel);
    m_draft = new CaseDraft(
        shell, [this] { return typed(); }, this);
    connect(m_draft, &CaseDraft::saved, this, &SheetPane::draftSaved);
    connect(m_draft, &CaseDraft::failed, this, &SheetPane::draftFailed);
    connect(m_reason, &QLineEdit::textEdited, m_draft, &CaseDraft::touched);
    connect(m_findings, &FindingBar::fieldActivated, this, [this](const QString &field) {
        m_grid->focusField(field);
    });
}

void SheetPane::showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps)
{
    const auto words = typed();
    m_case = caseFile;
    for (const auto &step : steps) {
        if (step.action == kAction) {
            m_amend->setEnabled(step.allowed);
            const auto why =
                step.obstacles.isEmpty() ? QString() : m_shell.sentence(step.obstacles.first());
            m_amend->setToolTip(why);
            m_amend->setAccessibleDescription(why);
        }
    }
    rebuild();
    if (m_amending) {
        putBack(words); // another step was recorded meanwhile; the correction goes on
    }
}

void SheetPane::rebuild()
{
    const auto &sheets = m_shell.desk.sheets();
    auto id = m_case->sheet.section(QLatin1Char('/'), 0, 0);
    if (!sheets.contains(id)) {
        id = m_shell.desk.regulationOf(*m_case).sheets.value(0);
    }
    if (!sheets.contains(id)) {
        id = sheets.firstKey();
    }
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    const auto unit = spacingUnit(font());
    column->setContentsMargins(unit * 3, 0, unit * 3, unit * 2);
    m_grid = new PaperGrid(
        m_shell.house(), m_shell.desk.sheetFor(*m_case, id), QStringList(), QStringList(), holder);
    column->addWidget(m_grid);
    column->addStretch();
    m_scroll->setWidget(holder);
    ComplaintDraft draft;
    draft.fields = m_case->fields();
    draft.sheet = m_case->sheet;
    m_grid->setDraft(draft);
    m_grid->setShown(QStringLiteral("complaintNo"), m_case->caseNo);
    const auto order = m_grid->fieldOrder();
    for (const auto &field : order) {
        if (auto *cell = m_grid->cell(field)) {
            cell->setReadOnly(!m_amending);
        }
    }
    connect(m_grid, &PaperGrid::edited, this, &SheetPane::showChanges);
    connect(m_grid, &PaperGrid::edited, m_draft, &CaseDraft::touched);
    const auto corrections =
        std::count_if(m_case->steps.cbegin(), m_case->steps.cend(), [](const Step &step) {
            return step.action == QLatin1String("amend");
        });
    m_hint->setText(corrections > 0
                        ? tr("Corrected %n time(s); the timeline shows what it said before.",
                             nullptr,
                             static_cast<int>(corrections))
                        : QString());
    showChanges();
}

bool SheetPane::takes(const QString &action) const { return action == kAction; }

void SheetPane::open(const QString &action)
{
    Q_UNUSED(action)
    beginAmending();
}

void SheetPane::beginAmending()
{
    if (m_amending || !m_amend->isEnabled()) {
        return;
    }
    m_amending = true;
    m_amend->hide();
    m_amendBar->show();
    m_reason->clear();
    m_findings->clear();
    rebuild();
    const auto drafts = CaseDraft::of(m_shell, m_case->id);
    const auto begun = drafts.constFind(kAction);
    m_draft->belongTo(
        m_case->id, kAction, begun == drafts.cend() ? std::nullopt : std::optional(begun->id));
    if (begun != drafts.cend()) {
        putBack(begun->draft);
    }
    const auto order = m_grid->fieldOrder();
    if (!order.isEmpty()) {
        m_grid->focusField(order.first());
    }
    emit statesChanged();
}

bool SheetPane::resumeAmending()
{
    if (!CaseDraft::of(m_shell, m_case->id).contains(kAction)) {
        return false;
    }
    beginAmending();
    return m_amending;
}

ComplaintDraft SheetPane::typed() const
{
    ComplaintDraft words;
    if (!m_amending) {
        return words;
    }
    words.fields = changes();
    words.raw = m_grid->draft().raw;
    if (!m_reason->text().trimmed().isEmpty()) {
        words.fields.insert(kReason, m_reason->text());
    }
    return words;
}

void SheetPane::putBack(const ComplaintDraft &typed)
{
    ComplaintDraft draft;
    draft.fields = m_case->fields();
    draft.raw = typed.raw;
    draft.sheet = m_case->sheet;
    for (auto it = typed.fields.constBegin(); it != typed.fields.constEnd(); ++it) {
        if (it.key() == kReason) {
            m_reason->setText(it.value().toString());
        } else if (it.value().isNull()) {
            draft.fields.remove(it.key());
        } else {
            draft.fields.insert(it.key(), it.value());
        }
    }
    m_grid->setDraft(draft);
    m_grid->setShown(QStringLiteral("complaintNo"), m_case->caseNo);
    showChanges();
}

void SheetPane::keep()
{
    if (m_amending) {
        m_draft->keep();
    }
}

void SheetPane::recorded()
{
    m_draft->drop();
    endAmending();
}

void SheetPane::cancel()
{
    const auto words = typed();
    m_draft->drop();
    endAmending();
    if (words.fields.isEmpty() && words.raw.isEmpty()) {
        return;
    }
    emit undoOffered(
        tr("Put away the correction."), kUndoMs, [self = QPointer<SheetPane>(this), words] {
            if (!self) {
                return QString();
            }
            self->beginAmending();
            self->putBack(words);
            self->m_draft->touched();
            self->m_draft->keep();
            return tr("Put back.");
        });
}

void SheetPane::endAmending()
{
    if (!m_amending) {
        return;
    }
    m_amending = false;
    m_amend->show();
    m_amendBar->hide();
    rebuild();
    m_amend->setFocus();
    emit statesChanged();
}

QJsonObject SheetPane::changes() const
{
    QJsonObject changed;
    const auto now = m_grid->draft().fields;
    const auto before = m_case->fields();
    const auto order = m_grid->fieldOrder();
    for (const auto &field : order) {
        const auto newValue = now.value(field);
        const auto oldValue = before.value(field);
        if (newValue != oldValue && !(newValue.isUndefined() && oldValue.isNull())) {
            changed.insert(field, newValue.isUndefined() ? QJsonValue(QJsonValue::Null) : newValue);
        }
    }
    return changed;
}

QString SheetPane::shownValue(const QString &field, const QJsonValue &value) const
{
    const auto ground = m_shell.ground();
    if (value.isUndefined() || value.isNull()) {
        return tr("(empty)");
    }
    if (value.isArray()) {
        QStringList words;
        for (const auto &item : value.toArray()) {
            words.append(choiceLabel(ground, field, item.toString()));
        }
        return words.join(tr(", "));
    }
    if (value.isDouble()) {
        const auto *def = m_shell.library->catalogue.field(field);
        const auto number = static_cast<qint64>(value.toDouble());
        if (def && def->type == FieldType::DateTime) {
            return DeadlineState::momentText(Instant::fromUtcMs(number), m_shell.desk.now());
        }
        return QString::number(number);
    }
    if (value.isBool()) {
        return value.toBool() ? tr("yes") : tr("no");
    }
    return choiceLabel(ground, field, value.toString());
}

void SheetPane::showChanges()
{
    if (!m_amending) {
        return;
    }
    const auto changed = changes();
    QStringList lines;
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        lines.append(tr("%1: %2 → %3")
                         .arg(m_grid->label(it.key()),
                              shownValue(it.key(), m_case->value(it.key())),
                              shownValue(it.key(), it.value())));
    }
    m_changes->setText(
        lines.isEmpty()
            ? tr("Change the cells that are wrong. What stood there before stays in the timeline.")
            : lines.join(QLatin1Char('\n')));
}

void SheetPane::submit()
{
    if (!m_amending) {
        return;
    }
    auto input = changes();
    if (input.isEmpty()) {
        m_findings->setError(tr("Nothing has been changed yet."));
        return;
    }
    input.insert(kReason, m_reason->text().trimmed());
    if (m_reason->text().trimmed().isEmpty()) {
        m_findings->setError(tr("A correction says why: write the reason, then F8."));
        m_reason->setFocus();
        return;
    }
    m_findings->clear();
    emit submitted(kAction, input);
}

void SheetPane::showFindings(const Findings &findings)
{
    const auto rest = m_grid->showFindings(findings);
    m_findings->setFindings(
        rest.isEmpty() ? findings : rest, m_shell.library->texts, m_shell.language);
}

void SheetPane::showError(const Error &error) { m_findings->setError(m_shell.sentence(error)); }

void SheetPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_amending && typed().fields.isEmpty()) {
        cancel();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace huiyin
