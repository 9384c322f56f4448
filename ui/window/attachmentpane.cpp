// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/followselection.h>
#include <forms/theme.h>
#include <window/attachmentpane.h>
#include <window/banner.h>
#include <window/emptystate.h>

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QImage>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QUrl>
#include <QVBoxLayout>

namespace huiyin {

AttachmentPane::AttachmentPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_table(new QTableWidget(this))
    , m_empty(new EmptyState(this))
    , m_said(new Banner(this))
{
    setAcceptDrops(true);
    const auto unit = spacingUnit(font());
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("File"), tr("Size"), tr("Kind")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setAccessibleName(tr("Attachments"));
    followSelection(m_table);
    connect(m_table, &QTableWidget::cellActivated, this, &AttachmentPane::openChosen);
    auto *add = new QPushButton(Theme::icon(QStringLiteral("paperclip")), tr("Attach file…"), this);
    add->setAccessibleName(tr("Attach file"));
    connect(add, &QPushButton::clicked, this, &AttachmentPane::attachWanted);
    connect(m_empty, &EmptyState::acted, this, &AttachmentPane::attachWanted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    column->addWidget(m_said);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(add, 0, Qt::AlignLeft);
    m_empty->say(tr("No files yet. Drop them here, paste a picture with Ctrl+V, or choose them."),
                 QString());
}

void AttachmentPane::showCase(const CaseFile &caseFile)
{
    m_case = caseFile;
    m_table->setRowCount(0);
    const auto ground = m_shell.ground();
    for (const auto &attachment : caseFile.attachments) {
        const auto row = m_table->rowCount();
        m_table->insertRow(row);
        auto *name = new QTableWidgetItem(attachment.name);
        auto struck = name->font();
        struck.setStrikeOut(attachment.struck);
        name->setFont(struck);
        name->setData(Qt::UserRole, attachment.hash);
        m_table->setItem(row, 0, name);
        auto *size = new QTableWidgetItem(QLocale().formattedDataSize(attachment.size));
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, 1, size);
        m_table->setItem(row,
                         2,
                         new QTableWidgetItem(choiceLabel(
                             ground, QStringLiteral("attachmentKind"), attachment.kind)));
    }
    const bool any = !caseFile.attachments.isEmpty();
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    m_table->resizeRowsToContents();
}

void AttachmentPane::choose()
{
    auto *dialog = new QFileDialog(
        this, tr("Attach files"), m_shell.settings.last(QStringLiteral("attachFolder")));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &AttachmentPane::attach);
    dialog->open();
}

void AttachmentPane::attach(const QStringList &paths)
{
    m_said->dismiss();
    for (const auto &path : paths) {
        m_shell.settings.setLast(QStringLiteral("attachFolder"), QFileInfo(path).path());
        const auto outcome = m_shell.desk.attach(m_case->id, path, QString(), 0);
        if (!outcome) {
            m_said->say(m_shell.sentence(outcome.error()), Severity::Refusal);
            m_said->offerDismissal();
            return;
        }
        if (refuses(outcome->findings)) {
            m_said->say(m_shell.sentence(outcome->findings.first()), Severity::Refusal);
            m_said->offerDismissal();
            return;
        }
        if (outcome->caseFile) {
            showCase(*outcome->caseFile);
        }
    }
}

void AttachmentPane::pasteImage()
{
    const auto *mime = QApplication::clipboard()->mimeData();
    if (mime && mime->hasUrls()) {
        QStringList paths;
        for (const auto &url : mime->urls()) {
            if (url.isLocalFile()) {
                paths.append(url.toLocalFile());
            }
        }
        attach(paths);
        return;
    }
    const auto image = QApplication::clipboard()->image();
    if (image.isNull()) {
        return;
    }
    QTemporaryDir folder;
    const auto now = m_shell.desk.now().toLocalText().replace(QLatin1Char(':'), QLatin1Char('-'));
    const auto path = QDir(folder.path()).filePath(tr("Screenshot %1.png").arg(now));
    if (image.save(path)) {
        attach({path});
    }
}

void AttachmentPane::openChosen()
{
    const auto *item = m_table->item(m_table->currentRow(), 0);
    const auto status = m_shell.desk.reader().status(m_shell.desk.now());
    if (!item || !status) {
        return;
    }
    const auto hash = item->data(Qt::UserRole).toString();
    const auto path = QStringLiteral("%1.files/%2/%3").arg(status->path, hash.left(2), hash);
    // The stored file is named by its hash; programs choose by ending, so a copy with its own name
    // is opened.
    const auto copy =
        QDir(QDir::tempPath()).filePath(hash.left(8) + QLatin1Char('-') + item->text());
    if ((QFileInfo::exists(copy) || QFile::copy(path, copy)) &&
        QDesktopServices::openUrl(QUrl::fromLocalFile(copy))) {
        return;
    }
    m_said->say(tr("“%1” could not be opened; is the attachment folder still beside the case file?")
                    .arg(item->text()),
                Severity::Refusal);
    m_said->offerDismissal();
}

void AttachmentPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void AttachmentPane::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const auto &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    attach(paths);
}

void AttachmentPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        pasteImage();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace huiyin
