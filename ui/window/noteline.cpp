// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/casedraft.h>
#include <window/noteline.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace huiyin {

NoteLine::NoteLine(Shell &shell, const CaseId &caseId, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_save(new QPushButton(Theme::icon(QStringLiteral("device-floppy")), tr("Keep note"), this))
{
    const auto unit = spacingUnit(font());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(unit * 3, unit, unit * 3, unit);
    row->setSpacing(unit * 2);
    auto *label = new QLabel(tr("N&ote"), this);
    m_edit->setAccessibleName(tr("Note"));
    m_edit->setPlaceholderText(tr("What was said or done; F8 keeps it in the timeline"));
    label->setBuddy(m_edit);
    m_save->setAccessibleName(tr("Keep note"));
    row->addWidget(label);
    row->addWidget(m_edit, 1);
    row->addWidget(m_save);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::returnPressed, this, &NoteLine::submitted);
    connect(m_save, &QPushButton::clicked, this, &NoteLine::submitted);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_save->setEnabled(!text().isEmpty());
        emit textChanged();
    });
    m_save->setEnabled(false);
    m_draft = new CaseDraft(
        shell,
        [this] {
            ComplaintDraft words;
            if (!text().isEmpty()) {
                words.fields.insert(QStringLiteral("text"), m_edit->text());
            }
            return words;
        },
        this);
    connect(m_draft, &CaseDraft::saved, this, &NoteLine::draftSaved);
    connect(m_draft, &CaseDraft::failed, this, &NoteLine::draftFailed);
    const auto drafts = CaseDraft::of(shell, caseId);
    const auto begun = drafts.constFind(QStringLiteral("note"));
    if (begun != drafts.cend()) {
        m_edit->setText(begun->draft.fields.value(QLatin1String("text")).toString());
    }
    m_draft->belongTo(caseId,
                      QStringLiteral("note"),
                      begun == drafts.cend() ? std::nullopt : std::optional(begun->id));
    connect(m_edit, &QLineEdit::textEdited, m_draft, &CaseDraft::touched);
}

QString NoteLine::text() const { return m_edit->text().trimmed(); }

bool NoteLine::writing() const { return m_edit->hasFocus(); }

void NoteLine::beginCall()
{
    if (text().isEmpty()) {
        m_edit->setText(tr("Called again: "));
    }
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->end(false);
}

void NoteLine::keep() { m_draft->keep(); }

void NoteLine::recorded()
{
    m_edit->setText({}); // unlike clear(), leaves nothing for Ctrl+Z: that belongs to the note kept
    m_draft->drop();
}

} // namespace huiyin
