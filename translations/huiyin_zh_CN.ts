<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Commands</name>
    <message>
        <source>&amp;New case</source>
        <translation>新登记(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Print pre&amp;view</source>
        <translation>打印预览(&amp;V)</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>存为 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Export list…</source>
        <translation>导出清单(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import register…</source>
        <translation>导入台账(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>关闭标签(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制所选行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Amend…</source>
        <translation>更正(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>下一区域(&amp;P)</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>上一区域(&amp;V)</translation>
    </message>
    <message>
        <source>Next &amp;tab</source>
        <translation>下一标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>侧栏(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;olumns…</source>
        <translation>列设置(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>标准文字(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open case</source>
        <translation>打开工单(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>签收(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>转办(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Return visit</source>
        <translation>回访(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Attach file…</source>
        <translation>添加附件(&amp;A)…</translation>
    </message>
    <message>
        <source>Register or &amp;save</source>
        <translation>登记或保存(&amp;S)</translation>
    </message>
    <message>
        <source>Register and start a &amp;new one</source>
        <translation>登记并新建(&amp;N)</translation>
    </message>
    <message>
        <source>Resolve no&amp;w</source>
        <translation>当场办结(&amp;W)</translation>
    </message>
    <message>
        <source>Save &amp;draft</source>
        <translation>存草稿(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Find caller</source>
        <translation>查来电人(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Cases of this caller</source>
        <translation>此人的工单(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Monthly report</source>
        <translation>月度报表(&amp;M)</translation>
    </message>
    <message>
        <source>Working &amp;calendar</source>
        <translation>工作日历(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Drafts</source>
        <translation>草稿箱(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Verify the case file</source>
        <translation>校验案卷(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Key card</source>
        <translation>按键一览(&amp;K)</translation>
    </message>
    <message>
        <source>Help for this &amp;field</source>
        <translation>本项帮助(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>工单(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>客户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>报表(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>All co&amp;mmands</source>
        <translation>全部命令(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Undo the last step</source>
        <translation>撤销上一步(&amp;U)</translation>
    </message>
    <message>
        <source>C&amp;aller panel</source>
        <translation>来电人面板(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Deadline panel</source>
        <translation>时限面板(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Take the call</source>
        <translation>接听来电(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Add the call to the open case</source>
        <translation>追加到在办工单(&amp;A)</translation>
    </message>
    <message>
        <source>Tas&amp;ks</source>
        <translation>待办(&amp;K)</translation>
    </message>
    <message>
        <source>To a&amp;pprove</source>
        <translation>待审批(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Regulations</source>
        <translation>制度(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Paper forms</source>
        <translation>单据版式(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
    <message>
        <source>Sent to %1.</source>
        <translation>已送往打印机 %1。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. A PDF file can be saved instead and printed elsewhere; a printer added in the settings of the system stands here the next time.</source>
        <translation>这台电脑没有设置打印机。可以先存为 PDF，拿到别处打印；在系统设置里添加打印机后，下次打印时就能选到。</translation>
    </message>
</context>
<context>
    <name>RegulationWords</name>
    <message>
        <source>Enforced</source>
        <translation>程序把关</translation>
    </message>
    <message>
        <source>Prompted</source>
        <translation>程序提醒</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>留有记录</translation>
    </message>
    <message>
        <source>For reference</source>
        <translation>供人参考</translation>
    </message>
    <message>
        <source>Not concerned</source>
        <translation>不涉及</translation>
    </message>
    <message>
        <source>To confirm: %1</source>
        <translation>要确认：%1</translation>
    </message>
</context>
<context>
    <name>YearGrid</name>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>day off: %1</source>
        <translation>休息：%1</translation>
    </message>
    <message>
        <source>make-up workday for %1</source>
        <translation>上班：%1调休</translation>
    </message>
    <message>
        <source> (arrangements for %1)</source>
        <translation>（%1 年的放假安排）</translation>
    </message>
    <message>
        <source> – provisional: no holiday notice for this year yet</source>
        <translation>，暂定：这一年的放假通知还没有收录</translation>
    </message>
    <message>
        <source>Calendar of %1</source>
        <translation>%1 年日历</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>on</source>
        <translation>班</translation>
    </message>
</context>
<context>
    <name>huiyin::AccessPane</name>
    <message>
        <source>Who looked at this case</source>
        <translation>谁看过本单</translation>
    </message>
    <message>
        <source>looked at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>printed it</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>exported it</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>saw masked details</source>
        <translation>显示脱敏内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>由谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Paper or reason</source>
        <translation>表单或理由</translation>
    </message>
    <message>
        <source>Nobody has looked at this case since it was recorded.</source>
        <translation>登记以来还没有人看过本单。</translation>
    </message>
    <message>
        <source>The newest %1 entries; the whole log: huiyinctl log access.</source>
        <translation>最近 %1 条；全部日志用 huiyinctl log access 查看。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies), newest first</source>
        <translation>
            <numerusform>共 %n 条，最近的在前</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::AdviceBlock</name>
    <message>
        <source>Adopt</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Advised against: %1</source>
        <translation>此时不宜：%1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>已采纳</translation>
    </message>
</context>
<context>
    <name>huiyin::AttachCell</name>
    <message>
        <source>Add attachment</source>
        <translation>添加附件</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentPane</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attach file…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>No files yet. Drop them here, paste a picture with Ctrl+V, or choose them.</source>
        <translation>还没有附件。可把文件拖到这里，用 Ctrl+V 粘贴截图，或点下面选取。</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Screenshot %1.png</source>
        <translation>截图 %1.png</translation>
    </message>
    <message>
        <source>“%1” could not be opened; is the attachment folder still beside the case file?</source>
        <translation>“%1”打不开：附件文件夹是否还在案卷旁边？</translation>
    </message>
</context>
<context>
    <name>huiyin::Banner</name>
    <message>
        <source>Hide this line</source>
        <translation>收起此条</translation>
    </message>
</context>
<context>
    <name>huiyin::BatchPage</name>
    <message>
        <source>Cases of this step</source>
        <translation>这一步的工单</translation>
    </message>
    <message>
        <source>This step is not part of the regulation at this stage.</source>
        <translation>现阶段的制度里没有这一步。</translation>
    </message>
    <message>
        <source>This step cannot be taken now.</source>
        <translation>现在不能办这一步。</translation>
    </message>
    <message>
        <source>Another step is due with this case; open it.</source>
        <translation>本单该办的是另一步，请打开办理。</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Goes along</source>
        <translation>一起办</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation>
            <numerusform>%1：%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>With none of these cases this step can be taken.</source>
        <translation>这些工单现在都不能办这一步。</translation>
    </message>
    <message>
        <source>Stopped before this case.</source>
        <translation>办到本单之前停下了。</translation>
    </message>
    <message numerus="yes">
        <source>Undone with %n case(s); both stand in the timeline.</source>
        <translation>
            <numerusform>已撤销 %n 件，办理和撤销都留在时间线里。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: done with %n case(s).</source>
        <translation>
            <numerusform>%1：已办 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) stay as they are</source>
        <translation>
            <numerusform>%n 件没有改动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done with %n case(s). The others need a look each: Enter opens one.</source>
        <translation>
            <numerusform>已办 %n 件。其余的要逐件看：按 Enter 打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n case(s)</source>
        <translation>
            <numerusform>%1 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::CalendarPage</name>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Y&amp;ear</source>
        <translation>年份(&amp;E)</translation>
    </message>
    <message>
        <source>Open notice file…</source>
        <translation>打开通知文件…</translation>
    </message>
    <message>
        <source>red: day off   blue: make-up workday   framed: today</source>
        <translation>红：休&#x3000;蓝：班（调休上班）&#x3000;方框：今天</translation>
    </message>
    <message>
        <source>Take in a holiday notice</source>
        <translation>收录放假通知</translation>
    </message>
    <message>
        <source>Paste the text of the State Council notice here, or open a file (notice text, .ics, .json).</source>
        <translation>把国务院办公厅放假通知的正文粘贴到这里，或打开文件（通知文本、.ics、.json）。</translation>
    </message>
    <message>
        <source>Text of the holiday notice</source>
        <translation>放假通知正文</translation>
    </message>
    <message>
        <source>Show what it changes</source>
        <translation>看看会改什么</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>变为</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>因为</translation>
    </message>
    <message>
        <source>Days that change</source>
        <translation>变动的日子</translation>
    </message>
    <message>
        <source>Apply  F8</source>
        <translation>应用  F8</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>%1 (no notice yet)</source>
        <translation>%1（尚无通知）</translation>
    </message>
    <message>
        <source>Open notice file</source>
        <translation>打开通知文件</translation>
    </message>
    <message>
        <source>Notices (*.txt *.ics *.json);;All files (*)</source>
        <translation>放假通知 (*.txt *.ics *.json);;全部文件 (*)</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a notice: %2</source>
        <translation>“%1”不能作为通知读取：%2</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>as the weekday says</source>
        <translation>按平常星期</translation>
    </message>
    <message>
        <source>make-up workday</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>休息</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) change.</source>
        <translation>
            <numerusform>有 %n 天变动。</numerusform>
        </translation>
    </message>
    <message>
        <source>No running deadline moves.</source>
        <translation>没有在办时限因此移动。</translation>
    </message>
    <message numerus="yes">
        <source>%n running deadline(s) move.</source>
        <translation>
            <numerusform>有 %n 个在办时限随之移动：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2: %3 → %4</source>
        <translation>%1 %2：%3 → %4</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
    <message numerus="yes">
        <source>The calendar holds from now on; %n running deadline(s) were counted anew.</source>
        <translation>
            <numerusform>日历已生效，%n 个在办时限已重新推算。</numerusform>
        </translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Paste or open a holiday notice first.</source>
        <translation>先粘贴或打开放假通知。</translation>
    </message>
    <message>
        <source>Stopped; the calendar is as it was.</source>
        <translation>已停止，日历没有变动。</translation>
    </message>
    <message>
        <source>Reading the notice and counting the running cases</source>
        <translation>正在读通知、核对在办工单</translation>
    </message>
    <message>
        <source>Putting the calendar into force</source>
        <translation>正在启用日历</translation>
    </message>
    <message>
        <source>The last request is still being worked on.</source>
        <translation>上一步还在进行。</translation>
    </message>
    <message>
        <source>Take in the notice of this year first.</source>
        <translation>先收录这一年的放假通知。</translation>
    </message>
    <message>
        <source>arranged here</source>
        <translation>本单位安排</translation>
    </message>
    <message>
        <source>Make it a day off</source>
        <translation>改为放假</translation>
    </message>
    <message>
        <source>Make it a workday</source>
        <translation>改为上班</translation>
    </message>
    <message>
        <source>Space in the year does the same.</source>
        <translation>在年历里按空格也可以。</translation>
    </message>
</context>
<context>
    <name>huiyin::CallerPanel</name>
    <message>
        <source>Previous cases of this phone or name appear here.</source>
        <translation>输入电话或姓名后，这里列出此人以往的工单。</translation>
    </message>
    <message>
        <source>Previous cases</source>
        <translation>以往工单</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>追加到 %1</translation>
    </message>
    <message>
        <source>No previous case of this caller.</source>
        <translation>此人没有以往工单。</translation>
    </message>
    <message numerus="yes">
        <source>%n previous cases</source>
        <translation>
            <numerusform>以往工单 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::CaseListModel</name>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Responsible dept.</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Accepted at</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处理结果</translation>
    </message>
</context>
<context>
    <name>huiyin::CaseListPage</name>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列设置</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>共 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 chosen</source>
        <translation>，已选 %1 件</translation>
    </message>
    <message>
        <source>No case in “%1” matches these filters.</source>
        <translation>“%1”中没有符合筛选条件的工单。</translation>
    </message>
    <message>
        <source>Nothing in “%1”.</source>
        <translation>“%1”中没有工单。</translation>
    </message>
    <message>
        <source>New case  F2</source>
        <translation>新登记  F2</translation>
    </message>
    <message>
        <source>Choose a case in the list first.</source>
        <translation>先在清单中选一件。</translation>
    </message>
    <message>
        <source>This case has no phone number.</source>
        <translation>这件没有留电话。</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>清单是空的。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 行，可粘贴到表格软件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export list</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx);;CSV (*.csv)</source>
        <translation>电子表格 (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) saved as %1.</source>
        <translation>
            <numerusform>已导出 %n 件：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the cases of “%1”…</source>
        <translation>正在查找“%1”的工单…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Looking for the cases of “%1” was stopped.</source>
        <translation>已停止查找“%1”的工单。</translation>
    </message>
    <message>
        <source>At most %1 cases go together; choose fewer.</source>
        <translation>一次最多办 %1 件，请少选一些。</translation>
    </message>
</context>
<context>
    <name>huiyin::CasePreview</name>
    <message>
        <source>Open  Enter</source>
        <translation>打开  Enter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>未选中工单</translation>
    </message>
    <message>
        <source>Choose a row to read it here; Enter opens it.</source>
        <translation>选中一行即在此预览，按 Enter 打开。</translation>
    </message>
</context>
<context>
    <name>huiyin::CaseTable</name>
    <message>
        <source>Cases</source>
        <translation>工单清单</translation>
    </message>
    <message>
        <source>%1 (the window is too narrow)</source>
        <translation>%1（窗口太窄，暂不显示）</translation>
    </message>
</context>
<context>
    <name>huiyin::CaseView</name>
    <message>
        <source>Form</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>工单各部分</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>responsible: %1</source>
        <translation>责任部门：%1</translation>
    </message>
    <message>
        <source>Attachments %1</source>
        <translation>附件 %1</translation>
    </message>
    <message>
        <source>Registered. Tell the caller the number: %1</source>
        <translation>已登记。告诉来电人编号：%1</translation>
    </message>
    <message>
        <source>Print the form</source>
        <translation>打印登记表</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation>%1：已记录。</translation>
    </message>
    <message>
        <source>Note kept.</source>
        <translation>已记入时间线。</translation>
    </message>
    <message>
        <source>This step is not part of the regulation at this stage.</source>
        <translation>现阶段的制度里没有这一步。</translation>
    </message>
    <message>
        <source>This case has no phone number.</source>
        <translation>这件没有留电话。</translation>
    </message>
    <message>
        <source>The case file is being written to by a long job. The step is recorded as soon as the file is free.</source>
        <translation>案卷正被后台任务写入，空闲后立即办理这一步。</translation>
    </message>
    <message>
        <source>The case file is being written to by a long job. The note is kept as soon as the file is free.</source>
        <translation>案卷正被后台任务写入，空闲后立即保存这条记事。</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>责任与处罚</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>赔偿核算</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Documents %1</source>
        <translation>单据 %1</translation>
    </message>
    <message>
        <source>%1 is void.</source>
        <translation>%1 已作废。</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>访问日志</translation>
    </message>
</context>
<context>
    <name>huiyin::CommandPalette</name>
    <message>
        <source>Command or its initials</source>
        <translation>命令名称或拼音首字母</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>No command is called so. Type part of its name or its initials.</source>
        <translation>没有这样的命令。请输入名称中的几个字或首字母。</translation>
    </message>
</context>
<context>
    <name>huiyin::CompensationBases</name>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
</context>
<context>
    <name>huiyin::CompensationPane</name>
    <message>
        <source>Record F8</source>
        <translation>记录 F8</translation>
    </message>
    <message>
        <source>The regulation has these for other kinds of case: %1. What decides is: %2.</source>
        <translation>制度另有适用于其他情形的项目：%1。是否适用看这一件的：%2。</translation>
    </message>
    <message>
        <source>Paid before</source>
        <translation>此前已付</translation>
    </message>
    <message>
        <source>Signature and receipt</source>
        <translation>签字与收款</translation>
    </message>
    <message>
        <source>Sum %1 yuan</source>
        <translation>合计 %1 元</translation>
    </message>
    <message>
        <source>Sum %1 yuan, payable %2 yuan</source>
        <translation>合计 %1 元，应付 %2 元</translation>
    </message>
    <message>
        <source>Above the ceiling: %1 must sign.</source>
        <translation>超出权限：须由%1签字。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Record the sheet first; what is recorded is printed.</source>
        <translation>先记录核算表；打印的是已记录的内容。</translation>
    </message>
    <message>
        <source>In capitals: %1</source>
        <translation>大写：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::CompensationRow</name>
    <message>
        <source>Evidence</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>实际支出</translation>
    </message>
    <message>
        <source>or days</source>
        <translation>或按天数</translation>
    </message>
    <message>
        <source>at a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Receipts or estimate</source>
        <translation>票据或估价</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价款</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>让步数额</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>%1 to %2 yuan</source>
        <translation>%1 至 %2 元</translation>
    </message>
</context>
<context>
    <name>huiyin::DeadlineBox</name>
    <message>
        <source>day of receipt, not counted</source>
        <translation>受理当天，不计</translation>
    </message>
    <message>
        <source>clock paused</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>outside office hours</source>
        <translation>不在工作时间</translation>
    </message>
    <message>
        <source>due day moved to here</source>
        <translation>到期日顺延到此</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>make-up workday (%1)</source>
        <translation>调休上班（%1）</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>%1, not counted</source>
        <translation>%1，不计</translation>
    </message>
    <message>
        <source>(forecast)</source>
        <translation>（暂定）</translation>
    </message>
    <message>
        <source>No deadline starts with what is filled in so far.</source>
        <translation>按现在所填，登记不产生时限。</translation>
    </message>
    <message>
        <source>No deadline runs.</source>
        <translation>没有在计的时限。</translation>
    </message>
    <message>
        <source>Registering now starts:</source>
        <translation>按现在登记将产生：</translation>
    </message>
    <message>
        <source>stopped until the pause ends</source>
        <translation>暂停，恢复后再计</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>(provisional: next year&apos;s holidays are not published)</source>
        <translation>（暂定：明年放假安排未公布）</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Why %1 is due then</source>
        <translation>%1的时限为什么是这一刻</translation>
    </message>
</context>
<context>
    <name>huiyin::DeadlineState</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 工作日</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 时 %2 分</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>%1/%2 %3</source>
        <comment>month, day, weekday</comment>
        <translation>%1月%2日 %3</translation>
    </message>
    <message>
        <source>%1/%2/%3 %4</source>
        <comment>year, month, day, weekday</comment>
        <translation>%1年%2月%3日 %4</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>%1/%2 %3</source>
        <comment>month, day, time</comment>
        <translation>%1月%2日 %3</translation>
    </message>
    <message>
        <source>%1/%2/%3 %4</source>
        <comment>year, month, day, time</comment>
        <translation>%1年%2月%3日 %4</translation>
    </message>
    <message>
        <source>on track</source>
        <translation>充裕</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>临近</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>off hours</source>
        <translation>休时</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达成</translation>
    </message>
    <message>
        <source>met late</source>
        <translation>迟达</translation>
    </message>
    <message>
        <source>met %1 late</source>
        <translation>迟达 %1</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>暂停 %1</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>超 %1</translation>
    </message>
    <message>
        <source>just overdue</source>
        <translation>刚超期</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起算</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>暂定</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a spoken state</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>huiyin::DependantRows</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Unable to work</source>
        <translation>无劳动能力</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年数</translation>
    </message>
</context>
<context>
    <name>huiyin::DocumentPane</name>
    <message>
        <source>Documents of the case</source>
        <translation>本件开出的单据</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Void, and draw up anew</source>
        <translation>作废并重开</translation>
    </message>
    <message>
        <source>What is wrong with it; stands in the history</source>
        <translation>哪里不对，记入经过</translation>
    </message>
    <message>
        <source>Why the document is void</source>
        <translation>作废理由</translation>
    </message>
    <message>
        <source>The old number stays void; the new document takes the next one and is signed anew.</source>
        <translation>原单号作废留存；新开的用下一个单号，重新签名。</translation>
    </message>
    <message>
        <source>Reason *</source>
        <translation>理由 *</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Drawn up</source>
        <translation>开单时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>开单人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>void %1, %2: %3</source>
        <translation>%1 作废，%2：%3</translation>
    </message>
    <message>
        <source>Write the reason: it stands in the history beside the void number.</source>
        <translation>请先写理由：它和作废的单号一起记入经过。</translation>
    </message>
    <message>
        <source>in force, instead of %1</source>
        <translation>有效，代 %1</translation>
    </message>
</context>
<context>
    <name>huiyin::DraftsPage</name>
    <message>
        <source>Kept at</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿箱</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>No drafts. What you type into a form is kept here until you register it.</source>
        <translation>没有草稿。填写中的内容会自动存在这里，直到登记。</translation>
    </message>
    <message>
        <source>New case  F2</source>
        <translation>新登记  F2</translation>
    </message>
    <message>
        <source>Put away; it can be taken back for 30 days.</source>
        <translation>已放弃，30 天内可在草稿箱找回。</translation>
    </message>
    <message>
        <source>Put back.</source>
        <translation>已恢复。</translation>
    </message>
</context>
<context>
    <name>huiyin::DrawPane</name>
    <message>
        <source>Draw cases</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>Closed in</source>
        <translation>办结期间</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same cases; agree on it before drawing.</source>
        <translation>同一种子抽出同样的工单，抽取前先约定。</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Cases drawn</source>
        <translation>抽中的工单</translation>
    </message>
    <message>
        <source>Enter a seed: the same seed draws the same cases.</source>
        <translation>填写种子：同一种子抽出同样的工单。</translation>
    </message>
    <message>
        <source>Drawing cases</source>
        <translation>正在抽取工单</translation>
    </message>
    <message>
        <source>No case was closed in this period.</source>
        <translation>这段时间没有办结的工单。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) drawn</source>
        <translation>
            <numerusform>抽中 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>put right by %1</source>
        <translation>限 %1 前整改</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>认定的情形</translation>
    </message>
</context>
<context>
    <name>huiyin::FiledPane</name>
    <message>
        <source>Filed cases whose term is over</source>
        <translation>保管期满的归档工单</translation>
    </message>
    <message>
        <source>Propose destruction</source>
        <translation>提出销毁</translation>
    </message>
    <message>
        <source>Destroy for good</source>
        <translation>彻底销毁</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>监销人</translation>
    </message>
    <message>
        <source>Witness of the destruction</source>
        <translation>监销人姓名</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>销毁依据</translation>
    </message>
    <message>
        <source>By which law or rule</source>
        <translation>依据哪部法规或哪条制度</translation>
    </message>
    <message>
        <source>Looking through the filed cases was stopped. F5 begins anew.</source>
        <translation>查找归档工单已停止。按 F5 重新查找。</translation>
    </message>
    <message>
        <source>Looking through the filed cases</source>
        <translation>正在查找归档工单</translation>
    </message>
    <message>
        <source>term over</source>
        <translation>期满，未提出</translation>
    </message>
    <message>
        <source>proposed by %1</source>
        <translation>%1 已提出</translation>
    </message>
    <message>
        <source>signed by %1 and %2, witness %3</source>
        <translation>%1 提出、%2 批准，监销人 %3</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>File no.</source>
        <translation>归档号</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>保管期限</translation>
    </message>
    <message>
        <source>Term over since</source>
        <translation>期满日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No filed case has reached the end of its term.</source>
        <translation>没有保管期满的归档工单。</translation>
    </message>
    <message numerus="yes">
        <source>%n filed case(s) reached the end of the term. Two people sign the destruction; what is destroyed cannot be brought back, numbers and counts stay.</source>
        <translation>
            <numerusform>%n 件归档工单保管期满。销毁须两人签字；销毁后不能恢复，只留编号和统计数。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done for %n case(s).</source>
        <translation>
            <numerusform>已办 %n 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing the destruction</source>
        <translation>正在批准销毁</translation>
    </message>
    <message>
        <source>Proposing the destruction</source>
        <translation>正在提出销毁</translation>
    </message>
    <message>
        <source>Destroying filed cases</source>
        <translation>正在销毁归档工单</translation>
    </message>
    <message>
        <source>Approve destruction</source>
        <translation>批准销毁</translation>
    </message>
</context>
<context>
    <name>huiyin::FilterChips</name>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Due within three days</source>
        <translation>三天内到期</translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>还没有可选的</translation>
    </message>
</context>
<context>
    <name>huiyin::FindingBar</name>
    <message>
        <source>What is missing</source>
        <translation>还差哪些</translation>
    </message>
    <message numerus="yes">
        <source>%n still missing:</source>
        <translation>
            <numerusform>还差 %n 项：</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>已填全</translation>
    </message>
</context>
<context>
    <name>huiyin::FrontDoor</name>
    <message>
        <source>Huiyin</source>
        <translation>回音</translation>
    </message>
    <message>
        <source>Sample office</source>
        <translation>示例单位</translation>
    </message>
    <message>
        <source>Our office</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>示例数据</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Open another case file…</source>
        <translation>打开别的案卷…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The case file cannot be opened</source>
        <translation>案卷打不开</translation>
    </message>
    <message>
        <source>Who is working here?</source>
        <translation>现在由谁操作？</translation>
    </message>
    <message>
        <source>Open another case file</source>
        <translation>打开别的案卷</translation>
    </message>
    <message>
        <source>Case files (*.huiyin)</source>
        <translation>案卷 (*.huiyin)</translation>
    </message>
</context>
<context>
    <name>huiyin::ImportPage</name>
    <message>
        <source>Wor&amp;ksheet:</source>
        <translation>工作表(&amp;K)：</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows of the register to look at</source>
        <translation>台账中需要看的行</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>撤销导入</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) taken back.</source>
        <translation>
            <numerusform>已撤回 %Ln 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>退回行另存为…</translation>
    </message>
    <message>
        <source>The check was stopped; nothing was taken in.</source>
        <translation>检查已停止，没有导入任何内容。</translation>
    </message>
    <message>
        <source>All to look at  %1</source>
        <translation>要看的全部 %1</translation>
    </message>
    <message>
        <source>Refused  %1</source>
        <translation>退回 %1</translation>
    </message>
    <message>
        <source>Doubtful  %1</source>
        <translation>待核对 %1</translation>
    </message>
    <message>
        <source>Already there  %1</source>
        <translation>重复 %1</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Import %1 cases  F8</source>
        <translation>导入 %1 件  F8</translation>
    </message>
    <message>
        <source>The register is being checked; nothing is taken in yet.</source>
        <translation>正在检查台账，尚未导入。</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>正在检查 %1</translation>
    </message>
    <message>
        <source>Nothing was taken in. </source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>This file cannot be taken in.</source>
        <translation>这个文件不能导入。</translation>
    </message>
    <message>
        <source>Taken in: %1, of them to look at: %2.  Refused: %3.  Already there: %4.</source>
        <translation>已导入 %1 件，其中待核对 %2 件；退回 %3 行；重复 %4 行。</translation>
    </message>
    <message>
        <source>Can be taken in: %1, of them to look at: %2.  Refused: %3.  Already there: %4.  Nothing has been taken in yet.</source>
        <translation>可导入 %1 件，其中待核对 %2 件；退回 %3 行；重复 %4 行。尚未导入。</translation>
    </message>
    <message>
        <source>The register has been taken in: %1 cases.</source>
        <translation>台账已导入，共 %1 件。</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>原因和办法</translation>
    </message>
    <message>
        <source>whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>Only the first %1 rows are shown.</source>
        <translation>只显示前 %1 行。</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) stay because somebody has worked on them.</source>
        <translation>
            <numerusform>有 %Ln 件导入后已有办理，保留如下。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 refused rows.csv</source>
        <translation>%1 退回行.csv</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>退回行另存为</translation>
    </message>
    <message>
        <source>The refused rows stand in %1, each with its reason; mend them there and import that file.</source>
        <translation>退回的行已存入 %1，每行注明原因；改好后导入这个文件即可。</translation>
    </message>
    <message>
        <source>No row of this file can be taken in.</source>
        <translation>这个文件没有可导入的行。</translation>
    </message>
    <message>
        <source>The check comes first.</source>
        <translation>先检查，再导入。</translation>
    </message>
</context>
<context>
    <name>huiyin::InboxPage</name>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Awaits</source>
        <translation>待办步骤</translation>
    </message>
    <message>
        <source>Cases that await my approval</source>
        <translation>等我审批的工单</translation>
    </message>
    <message>
        <source>In approval</source>
        <translation>审批中</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>No case awaits you.</source>
        <translation>没有等您审批的工单。</translation>
    </message>
    <message>
        <source>Looking for cases that await you</source>
        <translation>正在查找等您审批的工单</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) await you</source>
        <translation>
            <numerusform>%n 单等您审批</numerusform>
        </translation>
    </message>
    <message>
        <source>No case is in approval now.</source>
        <translation>现在没有审批中的工单。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) in approval await somebody else&apos;s step, none awaits yours.</source>
        <translation>
            <numerusform>审批中的 %n 单都在等别人办理，没有轮到您的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看这些工单</translation>
    </message>
    <message>
        <source>A agrees, R sends back, Enter opens the case.</source>
        <translation>A 同意，R 退回，Enter 打开工单。</translation>
    </message>
    <message>
        <source>%1 (for %2)</source>
        <translation>%1（代 %2）</translation>
    </message>
    <message>
        <source>%1 %2: done.</source>
        <translation>%1 %2：已办。</translation>
    </message>
</context>
<context>
    <name>huiyin::InkView</name>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n page(s)</source>
        <translation>
            <numerusform>%1，共 %n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::IntakeForm</name>
    <message>
        <source>New case</source>
        <translation>新登记</translation>
    </message>
    <message>
        <source>Clerk %1   %2</source>
        <translation>受理人 %1&#x3000;%2</translation>
    </message>
    <message>
        <source>given when registered</source>
        <translation>登记后生成</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>存草稿</translation>
    </message>
    <message>
        <source>Save draft (Ctrl+S)</source>
        <translation>存草稿（Ctrl+S）</translation>
    </message>
    <message>
        <source>Resolve now</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>Register, reply and close at once (Ctrl+Enter)</source>
        <translation>登记、答复并办结（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Register &amp;&amp; new</source>
        <translation>登记并新建</translation>
    </message>
    <message>
        <source>Register and begin the next (Shift+F8)</source>
        <translation>登记并新建（Shift+F8）</translation>
    </message>
    <message>
        <source>Register and new</source>
        <translation>登记并新建</translation>
    </message>
    <message>
        <source>Register F8</source>
        <translation>登记 F8</translation>
    </message>
    <message>
        <source>Register (F8)</source>
        <translation>登记（F8）</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Caller (%1)</source>
        <translation>来电人（%1）</translation>
    </message>
    <message>
        <source>Caller  Alt+1</source>
        <translation>来电人  Alt+1</translation>
    </message>
    <message>
        <source>Deadlines  Alt+2</source>
        <translation>时限  Alt+2</translation>
    </message>
</context>
<context>
    <name>huiyin::IntakePage</name>
    <message>
        <source>&amp;Paper form</source>
        <translation>表单(&amp;M)</translation>
    </message>
    <message>
        <source>Paper form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Registered: %1</source>
        <translation>已登记：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Register the case first; then its form can be printed.</source>
        <translation>先登记，再打印登记表。</translation>
    </message>
    <message>
        <source>The case file is being written to by a long job. What you typed is kept; it is registered as soon as the file is free. The next call can be taken in a new tab (F2).</source>
        <translation>案卷正被后台任务写入。所填内容已存为草稿，空闲后立即登记；可按 F2 另开一页接下一个电话。</translation>
    </message>
    <message>
        <source>The files are attached as soon as the case file is free.</source>
        <translation>案卷空闲后立即添加附件。</translation>
    </message>
</context>
<context>
    <name>huiyin::KeyCardPage</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Key card</source>
        <translation>按键一览</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>填表时</translation>
    </message>
    <message>
        <source>every cell in printed order</source>
        <translation>按表格顺序逐格</translation>
    </message>
    <message>
        <source>the cells marked * one after the other; the last one leads to Register</source>
        <translation>依次走带 * 的格，最后到“登记”</translation>
    </message>
    <message>
        <source>choose in a cell with choices</source>
        <translation>在选项格里选</translation>
    </message>
    <message>
        <source>leave a cell of several lines</source>
        <translation>离开多行格</translation>
    </message>
    <message>
        <source>open the list of a cell; at a signature: refused to sign</source>
        <translation>打开本格的资料；在签名格：记拒签</translation>
    </message>
    <message>
        <source>repeat the same cell of the previous case</source>
        <translation>重复上一单的同一格</translation>
    </message>
    <message>
        <source>put in the present date and time</source>
        <translation>填入当前日期时间</translation>
    </message>
    <message>
        <source>phone, name, channel, kind, category, severity, details, remedy, promise</source>
        <translation>电话、姓名、渠道、类型、分类、程度、内容、诉求、承诺</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>清单里</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>show or hide the preview</source>
        <translation>开关预览</translation>
    </message>
    <message>
        <source>jump to a name by its initials</source>
        <translation>按拼音首字母跳到姓名</translation>
    </message>
    <message>
        <source>copy rows; with headings</source>
        <translation>复制行；连表头</translation>
    </message>
    <message>
        <source>the queues</source>
        <translation>各工作队列</translation>
    </message>
</context>
<context>
    <name>huiyin::LoanPane</name>
    <message>
        <source>Only files still out</source>
        <translation>只看未归还的</translation>
    </message>
    <message>
        <source>Lent files</source>
        <translation>借阅登记</translation>
    </message>
    <message>
        <source>Looking through the lent files</source>
        <translation>正在查找借阅登记</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>File no.</source>
        <translation>归档号</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>借阅人</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>借出</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>应还</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>should be back</source>
        <translation>应还未还</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>%1 归还</translation>
    </message>
    <message>
        <source>out</source>
        <translation>借出中</translation>
    </message>
    <message>
        <source>No file is lent.</source>
        <translation>没有借出的档案。</translation>
    </message>
    <message>
        <source>Every lent file has time left.</source>
        <translation>借出的档案都未到归还日期。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) should be back by now.</source>
        <translation>
            <numerusform>%n 件到期未还。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::MainWindow</name>
    <message>
        <source>Draft kept %1</source>
        <translation>草稿已存 %1</translation>
    </message>
    <message>
        <source>Draft not kept: %1</source>
        <translation>草稿未能保存：%1</translation>
    </message>
    <message>
        <source>Registered: %1</source>
        <translation>已登记：%1</translation>
    </message>
    <message>
        <source>The list stays open.</source>
        <translation>清单始终打开。</translation>
    </message>
    <message>
        <source>There is nothing to do this with on this page.</source>
        <translation>这一页用不上。</translation>
    </message>
    <message>
        <source>Caller: phone, its last 4 digits, or name</source>
        <translation>来电人：电话、后四位或姓名</translation>
    </message>
    <message>
        <source>Ctrl+/ shows all keys, Ctrl+K all commands.</source>
        <translation>Ctrl+/ 看全部按键，Ctrl+K 看全部命令。</translation>
    </message>
    <message>
        <source>Huiyin %1 – complaint desk. Free software under the GNU General Public License, version 3 or later. No network, no account: everything stays in the case file.</source>
        <translation>回音 %1，客户投诉处理。自由软件，遵循 GNU 通用公共许可证第三版或更新版本。不联网、不用账号，一切都在案卷里。</translation>
    </message>
    <message>
        <source>Import register</source>
        <translation>导入台账</translation>
    </message>
    <message>
        <source>Registers (*.csv *.tsv *.txt *.xlsx);;All files (*)</source>
        <translation>台账 (*.csv *.tsv *.txt *.xlsx);;全部文件 (*)</translation>
    </message>
    <message>
        <source>Back up into folder</source>
        <translation>备份到文件夹</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backed up and verified: %1</source>
        <translation>已备份并核对：%1</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>校验</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s). The first: </source>
        <translation>
            <numerusform>发现 %n 处问题，第一处：</numerusform>
        </translation>
    </message>
    <message>
        <source>All is as it was written: %1 events, %2 cases, %3 files.</source>
        <translation>校验通过，与写入时一致：记录 %1 条，工单 %2 件，附件 %3 个。</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>打开的页面</translation>
    </message>
    <message>
        <source>Sample data: these cases are invented. Your own register is untouched; start the program without --demo for it.</source>
        <translation>示例数据：这些工单都是虚构的，不影响您自己的台账；不带 --demo 启动即用自己的案卷。</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Search  Ctrl+F</source>
        <translation>搜索  Ctrl+F</translation>
    </message>
    <message>
        <source>Colour t&amp;heme</source>
        <translation>配色(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage 语言</source>
        <translation>语言 Language(&amp;G)</translation>
    </message>
    <message>
        <source>Text size %1 pt</source>
        <translation>字号 %1 磅</translation>
    </message>
    <message>
        <source>The holidays of %1 are not in the calendar yet: deadlines beyond this year are provisional.</source>
        <translation>%1 年的放假安排还没有收录，跨年的时限都是暂定。</translation>
    </message>
    <message>
        <source>Take in the notice</source>
        <translation>收录通知</translation>
    </message>
    <message numerus="yes">
        <source>%n registration(s) were begun and not registered.</source>
        <translation>
            <numerusform>有 %n 份未登记的草稿。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take all up again</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Put away; it can be taken back for 30 days.</source>
        <translation>已放弃，30 天内可在草稿箱找回。</translation>
    </message>
    <message>
        <source>Nothing was done in the last 10 seconds that can be undone; later it is amended.</source>
        <translation>最近 10 秒内没有可撤销的步骤；过后用“更正”改正。</translation>
    </message>
    <message>
        <source>Put back.</source>
        <translation>已恢复。</translation>
    </message>
    <message>
        <source>“%1” is no phone number.</source>
        <translation>“%1”不是电话号码。</translation>
    </message>
    <message>
        <source>Incoming call %1</source>
        <translation>来电 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 / known caller, %n case(s)</source>
        <translation>
            <numerusform>%1 / 老客户 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>no name</source>
        <translation>未留姓名</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n 单处理中</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing under way</source>
        <translation>没有处理中的工单</translation>
    </message>
    <message>
        <source>new caller</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Add to %1  Shift+F4</source>
        <translation>追加到 %1  Shift+F4</translation>
    </message>
    <message>
        <source>New case  F4</source>
        <translation>新登记  F4</translation>
    </message>
    <message>
        <source>Later  Esc</source>
        <translation>稍后  Esc</translation>
    </message>
    <message>
        <source>No call is announced and the clipboard holds no phone number.</source>
        <translation>没有来电提示，剪贴板里也没有电话号码。</translation>
    </message>
    <message>
        <source>This caller has no open case; F4 begins a new one.</source>
        <translation>此来电人没有在办工单；按 F4 新登记。</translation>
    </message>
    <message>
        <source>Counting tasks</source>
        <translation>正在清点待办</translation>
    </message>
    <message>
        <source>The import of “%1” did not come to its end; the rows taken so far are there.</source>
        <translation>“%1”的导入没有做完，已收的行还在。</translation>
    </message>
    <message>
        <source>Take in the rest</source>
        <translation>接着收其余的</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>撤销导入</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) taken back.</source>
        <translation>
            <numerusform>已撤回 %Ln 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Complaint desk</source>
        <translation>客户投诉处理</translation>
    </message>
</context>
<context>
    <name>huiyin::MovePane</name>
    <message>
        <source>List what would change</source>
        <translation>列出会变动的工单</translation>
    </message>
    <message>
        <source>Running cases</source>
        <translation>在办工单</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason, kept with every case</source>
        <translation>理由（记入每一单）</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止，没有改动任何内容。</translation>
    </message>
    <message>
        <source>Running cases keep the regulation they were recorded under. Here they can go over to this one, after the list of what changes was seen. Nothing is written before.</source>
        <translation>在办工单沿用登记时的制度。看过变动清单后，可以在这里改用本制度；确认之前什么也不写入。</translation>
    </message>
    <message>
        <source>Counting running cases anew</source>
        <translation>正在重算在办工单</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1 ends (%2)</source>
        <translation>%1取消（原 %2）</translation>
    </message>
    <message>
        <source>%1 begins, due %2</source>
        <translation>%1开始计时，%2 到期</translation>
    </message>
    <message>
        <source>no due time moves</source>
        <translation>期限不变</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Now under</source>
        <translation>现用制度</translation>
    </message>
    <message>
        <source>Goes over</source>
        <translation>可改用</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message numerus="yes">
        <source>Take %n case(s) over</source>
        <translation>
            <numerusform>改用 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Every running case follows this regulation already.</source>
        <translation>在办工单都已按本制度办理。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) can go over</source>
        <translation>
            <numerusform>%n 单可以改用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n stay(s) where it is</source>
        <translation>
            <numerusform>，%n 单不能改用</numerusform>
        </translation>
    </message>
    <message>
        <source>. Look through the list before.</source>
        <translation>。请先看完清单。</translation>
    </message>
    <message>
        <source>Taking running cases over</source>
        <translation>正在改用制度</translation>
    </message>
    <message>
        <source>Running cases go over to a regulation that is kept here. A file is put in force first; an overlay is ticked beside the regulation it goes with.</source>
        <translation>在办工单只能改用已收录的制度。制度文件请先启用；叠加制度请在它所叠加的制度上勾选。</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1 第 %2 版</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n case(s) follow this regulation from now on, each says so in its timeline.</source>
        <translation>
            <numerusform>已改用：%n 单从现在起按本制度办理，各单的时间线都有记载。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::NavPane</name>
    <message>
        <source>Work queues</source>
        <translation>工作队列</translation>
    </message>
</context>
<context>
    <name>huiyin::NoteLine</name>
    <message>
        <source>Keep note</source>
        <translation>保存  F8</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>记一笔(&amp;O)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>What was said or done; F8 keeps it in the timeline</source>
        <translation>说了什么、做了什么；F8 存入时间线</translation>
    </message>
    <message>
        <source>Called again: </source>
        <translation>再次来电：</translation>
    </message>
</context>
<context>
    <name>huiyin::OptionCell</name>
    <message>
        <source>letters find, Alt+Down lists</source>
        <translation>输入首字母查找，Alt+↓ 展开</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>huiyin::Page</name>
    <message>
        <source>Undone; both stand in the timeline.</source>
        <translation>已撤销；这一步和撤销都留在时间线上。</translation>
    </message>
</context>
<context>
    <name>huiyin::PaneJob</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1: stopping…</source>
        <translation>%1：正在停止…</translation>
    </message>
</context>
<context>
    <name>huiyin::ParametersPane</name>
    <message>
        <source>Figures of the house</source>
        <translation>本单位数额</translation>
    </message>
    <message>
        <source>Record figure</source>
        <translation>记录数额</translation>
    </message>
    <message>
        <source>Back to the regulation&apos;s</source>
        <translation>恢复制度原值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason: decision, announcement, its date</source>
        <translation>理由：决定或公告及日期</translation>
    </message>
    <message>
        <source>not entered yet</source>
        <translation>尚未填写</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>of the house</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>the regulation</source>
        <translation>制度</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>back to the regulation&apos;s: %1, %2</source>
        <translation>恢复制度原值：%1，%2</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行值</translation>
    </message>
    <message>
        <source>The regulation&apos;s</source>
        <translation>制度原值</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>要确认</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>要确认</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Figure recorded; it counts for every computation from now on.</source>
        <translation>数额已记录，今后的核算都按它计算。</translation>
    </message>
</context>
<context>
    <name>huiyin::PartsCell</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
</context>
<context>
    <name>huiyin::PartyRows</name>
    <message>
        <source>Party</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Base points</source>
        <translation>基点</translation>
    </message>
    <message>
        <source>Monthly bonus</source>
        <translation>月奖金</translation>
    </message>
    <message>
        <source>Monthly wage</source>
        <translation>月工资</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Dealer</source>
        <translation>经销商</translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation>承建单位</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
</context>
<context>
    <name>huiyin::PenaltyEntries</name>
    <message>
        <source>proposed</source>
        <translation>待批准</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>objected to</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Penalties of this case</source>
        <translation>本件处罚</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>The time to object ended on %1.</source>
        <translation>申诉期已于 %1 届满。</translation>
    </message>
    <message>
        <source>May be objected to until %1.</source>
        <translation>%1 前可以提出异议。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>提出异议</translation>
    </message>
    <message>
        <source>Execute</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1  %2  %3 yuan, of it carried %4</source>
        <translation>%1  %2  %3 元，其中结转 %4 元</translation>
    </message>
    <message>
        <source>%1  %2  %3 yuan</source>
        <translation>%1  %2  %3 元</translation>
    </message>
    <message>
        <source>All cases in %1: %2  %3 yuan, %4 points</source>
        <translation>%1 全部工单：%2  %3 元，%4 分</translation>
    </message>
    <message>
        <source>Deductions by month</source>
        <translation>按月扣款</translation>
    </message>
</context>
<context>
    <name>huiyin::PenaltyPane</name>
    <message>
        <source>Submit for approval</source>
        <translation>提请审批</translation>
    </message>
    <message>
        <source>Confirm chosen F8</source>
        <translation>确认所选 F8</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>认定的情形</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失金额</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>The regulation proposes</source>
        <translation>制度建议</translation>
    </message>
    <message>
        <source>Nothing yet: tick what was found, name the party and its figures.</source>
        <translation>尚无建议：勾选认定的情形，填写对象和有关数额。</translation>
    </message>
    <message>
        <source>Choose a proposal first.</source>
        <translation>先勾选一项建议。</translation>
    </message>
</context>
<context>
    <name>huiyin::PeoplePane</name>
    <message>
        <source>Recusal in the whole office</source>
        <translation>全单位实行回避</translation>
    </message>
    <message>
        <source>Whatever the regulation says, people are kept out of complaints about them.</source>
        <translation>不论制度如何规定，被投诉人都不接触投诉自己的工单。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Mark as away</source>
        <translation>登记外出</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>已返回</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Tick who stands in meanwhile.</source>
        <translation>请勾选外出期间的代理人。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Away, deputies</source>
        <translation>外出及代理人</translation>
    </message>
    <message>
        <source>While %1 is away, these stand in:</source>
        <translation>%1 外出期间由下列人员代理：</translation>
    </message>
    <message>
        <source>%1 is away; these stand in:</source>
        <translation>%1 外出中，由下列人员代理：</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 已返回。</translation>
    </message>
    <message>
        <source>%1 is away.</source>
        <translation>已登记 %1 外出。</translation>
    </message>
    <message>
        <source>From now on nobody sees or handles a complaint about himself.</source>
        <translation>从现在起，任何人都看不到也不能办理投诉自己的工单。</translation>
    </message>
    <message>
        <source>Now the regulation alone says who is kept out.</source>
        <translation>现在由制度自行规定谁须回避。</translation>
    </message>
    <message>
        <source>Nobody is on the roster: whoever starts the program does everything. Put yourself on it first, then the others.</source>
        <translation>名册上还没有人：谁打开程序，谁就能办理一切。要分工，先把您自己列入名册，再列其他人。</translation>
    </message>
    <message>
        <source>On the roster: %1</source>
        <translation>已列入名册：%1</translation>
    </message>
    <message>
        <source>Out of office: %1</source>
        <translation>已停用：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::PickPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>huiyin::PreviewPage</name>
    <message>
        <source>&amp;Mask personal details</source>
        <translation>打印脱敏(&amp;M)</translation>
    </message>
    <message>
        <source>Paper form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>联次</translation>
    </message>
    <message>
        <source>Print…  Ctrl+P</source>
        <translation>打印…  Ctrl+P</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>One copy</source>
        <translation>一份</translation>
    </message>
    <message>
        <source>All copies</source>
        <translation>各联</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Print %1 %2</source>
        <translation>打印 %1 %2</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Present documents</source>
        <translation>现用单据</translation>
    </message>
    <message>
        <source>%1 (void)</source>
        <translation>%1（作废）</translation>
    </message>
</context>
<context>
    <name>huiyin::ProposalCard</name>
    <message>
        <source>Name the party above first.</source>
        <translation>先在上面填写处罚对象的姓名或名称。</translation>
    </message>
    <message>
        <source>Take %1 yuan</source>
        <translation>采纳 %1 元</translation>
    </message>
    <message>
        <source>Amount in yuan</source>
        <translation>数额（元）</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>To confirm: %1</source>
        <translation>要确认：%1</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>扣 %1 分</translation>
    </message>
    <message>
        <source>discipline: %1</source>
        <translation>处分：%1</translation>
    </message>
    <message>
        <source>circular in the house</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>objection within %1 days</source>
        <translation>%1 日内可提异议</translation>
    </message>
    <message>
        <source>one of several disciplines for the same fact: choose one</source>
        <translation>同一事实的几种处分只取一种</translation>
    </message>
    <message>
        <source>%1: %2 yuan, of it carried %3</source>
        <translation>%1 扣 %2 元，其中结转 %3 元</translation>
    </message>
    <message>
        <source>%1: %2 yuan</source>
        <translation>%1 扣 %2 元</translation>
    </message>
    <message>
        <source>not covered: %1 yuan</source>
        <translation>尚未扣足 %1 元</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>In capitals: %1</source>
        <translation>大写：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::QueueModel</name>
    <message>
        <source>For me</source>
        <translation>待我处理</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>To revisit</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临近/紧急</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>待补全</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿箱</translation>
    </message>
    <message>
        <source>%1, %2 cases</source>
        <translation>%1，%2 件</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>待办</translation>
    </message>
</context>
<context>
    <name>huiyin::RefusalPanel</name>
    <message>
        <source>Take down the refusal</source>
        <translation>记为拒签</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Refused to sign</source>
        <translation>拒签</translation>
    </message>
    <message>
        <source>Who will not sign</source>
        <translation>拒签人</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Write who will not sign.</source>
        <translation>写明谁拒签。</translation>
    </message>
    <message>
        <source>Write who saw it: a refusal counts only before a witness.</source>
        <translation>写明见证人：拒签要有人见证才算数。</translation>
    </message>
</context>
<context>
    <name>huiyin::RegulationPage</name>
    <message>
        <source>Clocks</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款落实</translation>
    </message>
    <message>
        <source>Money, retention, duties</source>
        <translation>奖罚、保存与例行</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Regulations</source>
        <translation>制度</translation>
    </message>
    <message>
        <source>Parts of the regulation</source>
        <translation>制度各部分</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Check a file…</source>
        <translation>检查文件…</translation>
    </message>
    <message>
        <source>in force since %1</source>
        <translation>%1 起现行</translation>
    </message>
    <message>
        <source>in force from the beginning</source>
        <translation>一直现行</translation>
    </message>
    <message>
        <source>in force from %1 on</source>
        <translation>%1 起生效</translation>
    </message>
    <message>
        <source>overlay, used beside another</source>
        <translation>叠加制度</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>own</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s): as long as one is left, the file cannot be put in force.</source>
        <translation>
            <numerusform>共 %n 处错误，改完之前不能启用。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 version %2 · %3 clocks · %4 steps · %5 clauses</source>
        <translation>%1 第 %2 版 · 时限 %3 项 · 步骤 %4 个 · 条款 %5 条</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>错在哪里、怎样改</translation>
    </message>
    <message>
        <source>This file is faulty. Mend what the list of faults says and check it again.</source>
        <translation>这个文件有错误，不能启用。按“错误”一页逐条改好，再检查一次。</translation>
    </message>
    <message>
        <source>An overlay is put in force beside another regulation: choose that one and check the overlay there.</source>
        <translation>叠加制度要与另一套制度同时启用：先选那套制度，再勾选这一套。</translation>
    </message>
    <message>
        <source>Check a regulation file</source>
        <translation>检查制度文件</translation>
    </message>
    <message>
        <source>Regulations (*.toml);;All files (*)</source>
        <translation>制度文件 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a regulation: %2</source>
        <translation>“%1”不能作为制度文件读取：%2</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>“%1” has no faults; it can be tried and put in force.</source>
        <translation>“%1”没有错误，可以试算，也可以启用。</translation>
    </message>
    <message>
        <source>The day it begins is not a date; write it as 2026-05-01.</source>
        <translation>生效日期写法有误，应写成 2026-05-01。</translation>
    </message>
    <message>
        <source>From %1 on, what is recorded follows %2.</source>
        <translation>%1 起登记的工单按“%2”办理。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>Running cases</source>
        <translation>在办工单</translation>
    </message>
</context>
<context>
    <name>huiyin::RegulationTables</name>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>%1 to %2 yuan</source>
        <translation>%1 至 %2 元</translation>
    </message>
    <message>
        <source>at least %1 yuan</source>
        <translation>不少于 %1 元</translation>
    </message>
    <message>
        <source>share of the loss by points</source>
        <translation>按分值分摊损失</translation>
    </message>
    <message>
        <source>a percentage of %1</source>
        <translation>%1的百分比</translation>
    </message>
    <message>
        <source>the whole of %1</source>
        <translation>%1全额</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>可延至</translation>
    </message>
    <message>
        <source>Owed by</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>要确认</translation>
    </message>
    <message>
        <source>the promised date</source>
        <translation>承诺的日期</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>要确认</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>由谁办理</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>anybody on the roster</source>
        <translation>名册上的任何人</translation>
    </message>
    <message>
        <source>Met by</source>
        <translation>落实方式</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>由谁</translation>
    </message>
    <message>
        <source>%1 point(s)</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>处罚</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>赔偿</translation>
    </message>
    <message>
        <source>up to %1 yuan</source>
        <translation>%1 元以内</translation>
    </message>
    <message>
        <source>Figure of the house</source>
        <translation>本单位标准</translation>
    </message>
    <message>
        <source>not entered yet</source>
        <translation>尚未填写</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>%1 year(s)</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>by date or for ever</source>
        <translation>按日期或永久</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>例行事项</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>累计提示</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>满 %1 起</translation>
    </message>
</context>
<context>
    <name>huiyin::ReportPage</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>起止</translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation>期间类型</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Excel…</source>
        <translation>xlsx…</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Show the cases: %1</source>
        <translation>查看清单：%1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>The table is on the clipboard; paste it into a spreadsheet or letter.</source>
        <translation>表格已复制，可粘贴到表格软件或公文。</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>报表 %1</translation>
    </message>
    <message>
        <source>There is no table to print.</source>
        <translation>没有可打印的表。</translation>
    </message>
    <message>
        <source>Counting was stopped.</source>
        <translation>统计已停止。</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Counting %1</source>
        <translation>正在统计：%1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The table is still being counted.</source>
        <translation>表还在统计中。</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Meeting papers…</source>
        <translation>会议材料…</translation>
    </message>
    <message>
        <source>One PDF: cover, monthly report, all tables with their lists, proposals</source>
        <translation>合成一个 PDF：封面、月报表、各统计表和清单、整改建议</translation>
    </message>
    <message>
        <source>Close %1…</source>
        <translation>结账 %1…</translation>
    </message>
    <message>
        <source>Meeting papers</source>
        <translation>会议材料</translation>
    </message>
    <message>
        <source>Closing keeps the figures and lists of %1 as they are now. What changes later counts as a correction in the next month. It cannot be taken back.</source>
        <translation>结账后，%1的数字和清单就按现在的情况固定下来；以后的变动作为更正计入下个月，结账不能撤回。</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>确认结账 %1</translation>
    </message>
    <message>
        <source>Closing %1</source>
        <translation>正在结账 %1</translation>
    </message>
    <message>
        <source>%1 is closed.</source>
        <translation>%1 已结账。</translation>
    </message>
    <message>
        <source>Units sold…</source>
        <translation>销量…</translation>
    </message>
</context>
<context>
    <name>huiyin::RosterForm</name>
    <message>
        <source>New person</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Put on the roster</source>
        <translation>列入名册</translation>
    </message>
    <message>
        <source>Take out of office</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>User name *</source>
        <translation>用户名 *</translation>
    </message>
    <message>
        <source>as on this computer</source>
        <translation>登录电脑的名字</translation>
    </message>
    <message>
        <source>The name the person logs in with; the program knows people by it.</source>
        <translation>这个人登录电脑用的名字，程序按它认人。</translation>
    </message>
    <message>
        <source>Name *</source>
        <translation>姓名 *</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>why the person leaves</source>
        <translation>为什么停用</translation>
    </message>
    <message>
        <source>Reason for taking out of office</source>
        <translation>停用理由</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Put yourself (%1) on the roster first: once it has somebody, only people on it can go on working.</source>
        <translation>请先把您自己（%1）列入名册：名册上有了人，就只有名册上的人能继续办理。</translation>
    </message>
</context>
<context>
    <name>huiyin::SameCaller</name>
    <message>
        <source>Same caller</source>
        <translation>同一来电人</translation>
    </message>
    <message>
        <source>No phone number was given.</source>
        <translation>没有留电话。</translation>
    </message>
    <message>
        <source>No other case from this number.</source>
        <translation>这个号码没有其他工单。</translation>
    </message>
</context>
<context>
    <name>huiyin::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Start the search</source>
        <translation>开始搜索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
</context>
<context>
    <name>huiyin::SearchPage</name>
    <message>
        <source>Search words</source>
        <translation>搜索词</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>找到的工单</translation>
    </message>
    <message>
        <source>Case no., name, phone or its last 4 digits, any words</source>
        <translation>编号、姓名、电话或后四位、任意词语</translation>
    </message>
    <message>
        <source>Type what you remember: a name, the last four digits of a phone, two characters of the story.</source>
        <translation>输入记得的任何一点：姓名、电话后四位、内容里的两个字。</translation>
    </message>
    <message>
        <source>the newest %1 cases</source>
        <translation>最新 %1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>共 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1，用时 %2 秒</translation>
    </message>
    <message>
        <source>No case with “%1”.</source>
        <translation>没有含“%1”的工单。</translation>
    </message>
    <message>
        <source>New case  F2</source>
        <translation>新登记  F2</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>搜索：%1</translation>
    </message>
    <message>
        <source>Choose a case in the list first.</source>
        <translation>先在清单中选一件。</translation>
    </message>
</context>
<context>
    <name>huiyin::SheetPane</name>
    <message>
        <source>Amend…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Reason for the correction *</source>
        <translation>更正理由 *</translation>
    </message>
    <message>
        <source>Reason for the correction</source>
        <translation>更正理由</translation>
    </message>
    <message>
        <source>Keep correction  F8</source>
        <translation>保存更正  F8</translation>
    </message>
    <message>
        <source>Keep correction</source>
        <translation>保存更正</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Corrected %n time(s); the timeline shows what it said before.</source>
        <translation>
            <numerusform>更正过 %n 次，原来的内容见时间线。</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Change the cells that are wrong. What stood there before stays in the timeline.</source>
        <translation>改正有误的格子；原来的内容保留在时间线里。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>还没有改动。</translation>
    </message>
    <message>
        <source>A correction says why: write the reason, then F8.</source>
        <translation>更正须写明理由，写好后按 F8。</translation>
    </message>
    <message>
        <source>Put away the correction.</source>
        <translation>更正已收起。</translation>
    </message>
    <message>
        <source>Put back.</source>
        <translation>已恢复。</translation>
    </message>
</context>
<context>
    <name>huiyin::SheetsPage</name>
    <message>
        <source>Faults</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>存为新版</translation>
    </message>
    <message>
        <source>Back to the built-in form</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Paper forms</source>
        <translation>单据版式</translation>
    </message>
    <message>
        <source>Text of the form</source>
        <translation>版式原文</translation>
    </message>
    <message>
        <source>Why it is changed (kept with the version)</source>
        <translation>为什么改（随版本留存）</translation>
    </message>
    <message>
        <source>Why it is changed</source>
        <translation>为什么改</translation>
    </message>
    <message>
        <source>The form as it will be printed</source>
        <translation>印出来的样子</translation>
    </message>
    <message>
        <source>Ways to change the form</source>
        <translation>改单据的方法</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Rows of the form</source>
        <translation>单据的各行</translation>
    </message>
    <message>
        <source>Chinese words</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English words</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Height (mm)</source>
        <translation>行高（毫米）</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Field of the new row</source>
        <translation>新行的栏目</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Add row below</source>
        <translation>在下面加一行</translation>
    </message>
    <message>
        <source>own, version %1</source>
        <translation>本单位改，第 %1 版</translation>
    </message>
    <message>
        <source>Built-in form, version %1.</source>
        <translation>自带的版式，第 %1 版。</translation>
    </message>
    <message>
        <source>The organisation&apos;s own, version %1, %2%3</source>
        <translation>本单位改的第 %1 版，%2%3</translation>
    </message>
    <message>
        <source>Your changes of last time, not yet saved.</source>
        <translation>这是上次没存的改动。</translation>
    </message>
    <message>
        <source>Throw them away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Holds a required field: it cannot be hidden.</source>
        <translation>有必填栏目，不能隐去。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Double-click words to change them. A row without its tick is not printed.</source>
        <translation>双击文字可改；去掉行前的勾，这一行就不印。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>错在哪里</translation>
    </message>
    <message>
        <source>Faults (%1)</source>
        <translation>错误（%1）</translation>
    </message>
    <message>
        <source>Words cannot be empty; take the tick from the row to hide it.</source>
        <translation>文字不能空着；不想印这一行，去掉行前的勾。</translation>
    </message>
    <message>
        <source>These words run over several lines of the text; change them there.</source>
        <translation>这几个字在原文里跨了行，请在“原文”里改。</translation>
    </message>
    <message>
        <source>The height is a number of millimetres, such as 9 or 12.5.</source>
        <translation>行高是毫米数，如 9 或 12.5。</translation>
    </message>
    <message>
        <source>Choose a field of the list for the new row.</source>
        <translation>请从列表中选新行的栏目。</translation>
    </message>
    <message>
        <source>Saved. New cases are taken down on it; earlier ones keep their version.</source>
        <translation>已存。新登记用这一版；以前登记的仍照原来的版式。</translation>
    </message>
    <message>
        <source>The built-in form is in force again; the own versions are kept.</source>
        <translation>已恢复自带的版式；本单位改过的各版仍留着。</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>栏目名称</translation>
    </message>
    <message>
        <source>Label of the new row</source>
        <translation>新一行的栏目名称</translation>
    </message>
    <message>
        <source>Empty: the field&apos;s own name. A field of your own needs one.</source>
        <translation>不写就用字段原名；本单位栏目要写。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Add column behind</source>
        <translation>在后面加一栏</translation>
    </message>
    <message>
        <source>Width / height</source>
        <translation>宽度／高度</translation>
    </message>
    <message>
        <source>The text of this form cannot be read; mend it in its text.</source>
        <translation>这张单据的文本读不懂，请到“原文”里改正。</translation>
    </message>
    <message>
        <source>Columns come first: double-click words or width to change them. A column without its tick is not printed.</source>
        <translation>先列各栏：双击文字或宽度就能改，去掉勾的栏不印。</translation>
    </message>
    <message>
        <source>Of this register only the words are changed here: double-click them.</source>
        <translation>这张台账在这里只改文字：双击就能改。</translation>
    </message>
    <message>
        <source>The width is a whole number of parts, and every other column keeps one.</source>
        <translation>宽度要写整数份，其他各栏至少各留一份。</translation>
    </message>
    <message>
        <source>Name the field of your own: its label is what people read.</source>
        <translation>本单位栏目要起名字：大家看到的就是它。</translation>
    </message>
    <message>
        <source>There is no room for another column; hide one, or make one narrower.</source>
        <translation>放不下再多一栏；请先隐去一栏，或把一栏改窄。</translation>
    </message>
</context>
<context>
    <name>huiyin::SignCell</name>
    <message>
        <source>Space signs</source>
        <translation>空格签名</translation>
    </message>
    <message>
        <source>Space signs now. F7: somebody will not sign.</source>
        <translation>按空格当场签名；不肯签的按 F7 记拒签。</translation>
    </message>
    <message>
        <source>Refused to sign…</source>
        <translation>拒签…</translation>
    </message>
    <message>
        <source>Refused to sign…  F7</source>
        <translation>拒签…  F7</translation>
    </message>
</context>
<context>
    <name>huiyin::SoldPane</name>
    <message>
        <source>Units sold</source>
        <translation>销量</translation>
    </message>
    <message>
        <source>Record figures</source>
        <translation>记录销量</translation>
    </message>
    <message>
        <source>Units sold in a month, by product. Empty: not known – the table then says so.</source>
        <translation>每个商品一个月的销量。空着的是不知道，统计表会写明没有录入，不当作 0。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品／型号</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>From CSV…</source>
        <translation>从 CSV 录入…</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>回到报表</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>not entered yet</source>
        <translation>还没有录入</translation>
    </message>
    <message>
        <source>Recorded. The rates of the report are counted anew.</source>
        <translation>已记录。回到报表时按新的销量计算。</translation>
    </message>
    <message>
        <source>Units sold from a file</source>
        <translation>从文件录入销量</translation>
    </message>
    <message>
        <source>CSV (*.csv *.txt)</source>
        <translation>CSV 文件 (*.csv *.txt)</translation>
    </message>
</context>
<context>
    <name>huiyin::StatusStrip</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the work in the background</source>
        <translation>取消后台工作</translation>
    </message>
    <message>
        <source>%1: stopping…</source>
        <translation>%1：正在停止…</translation>
    </message>
    <message>
        <source>  (+%1)</source>
        <translation>  （另 %1 项）</translation>
    </message>
</context>
<context>
    <name>huiyin::StepForm</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 F8</source>
        <translation>%1 F8</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>任务：%1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>* at least one of: %1</source>
        <translation>* 至少填一项：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::StepHead</name>
    <message>
        <source>On behalf of %1</source>
        <translation>代%1办理</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>huiyin::StepPane</name>
    <message>
        <source>Steps</source>
        <translation>可办的步骤</translation>
    </message>
    <message>
        <source>Nothing more is to be done with this case.</source>
        <translation>这件没有可办的步骤了。</translation>
    </message>
    <message numerus="yes">
        <source>Other steps: %n ▸</source>
        <translation>
            <numerusform>其他步骤 %n 项 ▸</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps that cannot be taken now, and why</source>
        <translation>现在不能办理的步骤及原因</translation>
    </message>
    <message>
        <source>Put away what was typed for “%1”.</source>
        <translation>已放弃“%1”中填写的内容。</translation>
    </message>
    <message>
        <source>Put back.</source>
        <translation>已恢复。</translation>
    </message>
</context>
<context>
    <name>huiyin::TaskModel</name>
    <message>
        <source>Reminder</source>
        <translation>时限提醒</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>后续事项</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>例行事项</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>办理建议</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>累计提示</translation>
    </message>
    <message>
        <source>no due time</source>
        <translation>不限期</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>由谁</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
</context>
<context>
    <name>huiyin::TaskSide</name>
    <message>
        <source>Open  Enter</source>
        <translation>打开  Enter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>已完成…</translation>
    </message>
    <message>
        <source>What was done, in a few words</source>
        <translation>办了什么，简要写明</translation>
    </message>
    <message>
        <source>Note on what was done</source>
        <translation>办理说明</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>种类：%1</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>到期：%1</translation>
    </message>
    <message>
        <source>Who: %1</source>
        <translation>由谁：%1</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>工单：%1</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>期间：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::TasksPage</name>
    <message>
        <source>Only &amp;mine</source>
        <translation>只看我的(&amp;M)</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>只看我的</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Looking up the tasks was stopped. F5 begins anew.</source>
        <translation>已停止查找待办，按 F5 重新查找。</translation>
    </message>
    <message>
        <source>This task belongs to no case.</source>
        <translation>这项待办不属于任何工单。</translation>
    </message>
    <message>
        <source>Looking up the tasks</source>
        <translation>正在查找待办</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 项待办</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n overdue</source>
        <translation>
            <numerusform>，其中 %n 项超期</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for you: no reminder, follow-up, duty or counter is due.</source>
        <translation>没有等您办理的事项：时限提醒、后续事项、例行事项和累计提示都没有。</translation>
    </message>
    <message>
        <source>Nothing is owed by anybody at this moment.</source>
        <translation>目前谁都没有待办事项。</translation>
    </message>
    <message>
        <source>Show everybody&apos;s tasks</source>
        <translation>查看所有人的待办</translation>
    </message>
    <message>
        <source>Recorded as done: %1</source>
        <translation>已记为完成：%1</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Filed, term over</source>
        <translation>保管期满</translation>
    </message>
    <message>
        <source>Lent files</source>
        <translation>借阅登记</translation>
    </message>
</context>
<context>
    <name>huiyin::TimelineModel</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1: taken back</source>
        <translation>%1：收回</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Struck out: %1</source>
        <translation>已作废：%1</translation>
    </message>
    <message>
        <source>%1  %2  %3</source>
        <comment>when, who, what</comment>
        <translation>%1  %2  %3</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1 第 %2 版</translation>
    </message>
</context>
<context>
    <name>huiyin::TimelinePane</name>
    <message>
        <source>S&amp;ystem</source>
        <translation>系统(&amp;Y)</translation>
    </message>
    <message>
        <source>Peop&amp;le</source>
        <translation>人工(&amp;L)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Notes and files</source>
        <translation>记事和附件</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>时间线显示</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>huiyin::TrialPane</name>
    <message>
        <source>Try it</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Present and tried</source>
        <translation>原来与试算</translation>
    </message>
    <message>
        <source>Cases that come out otherwise</source>
        <translation>结果不同的工单</translation>
    </message>
    <message>
        <source>Closed in</source>
        <translation>办结期间</translation>
    </message>
    <message>
        <source>Counts the closed cases of a period anew under this regulation: a month 2026-03, a quarter 2026-Q1, a year, or from..to. Nothing is written.</source>
        <translation>把这段时间办结的工单按这套制度重新计算：可填月 2026-03、季 2026-Q1、年，或 起..止。不写入任何内容。</translation>
    </message>
    <message>
        <source>The trial was stopped; nothing was changed.</source>
        <translation>试算已停止，没有改动任何内容。</translation>
    </message>
    <message>
        <source>A faulty or overlay regulation cannot be tried by itself.</source>
        <translation>有错误的制度不能试算。</translation>
    </message>
    <message>
        <source>Trying the regulation on closed cases</source>
        <translation>正在用已办结的工单试算</translation>
    </message>
    <message>
        <source>Closed cases: %1</source>
        <translation>办结 %1 单</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>As tried</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>On-time rate</source>
        <translation>按期率</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Without a deadline</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Clocks overdue</source>
        <translation>超期的时限</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒次数</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Due then</source>
        <translation>原到期</translation>
    </message>
    <message>
        <source>Due when tried</source>
        <translation>试算到期</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>按期</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>No case was closed in this period; choose another.</source>
        <translation>这段时间没有办结的工单，可换一段时间。</translation>
    </message>
    <message>
        <source>Every case comes out as it was.</source>
        <translation>每单的结果都与原来相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) come out otherwise; Enter opens one.</source>
        <translation>
            <numerusform>%n 单结果不同，按 Enter 打开。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::UndoStrip</name>
    <message>
        <source>Undo  Ctrl+Z</source>
        <translation>撤销  Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>huiyin::UsePane</name>
    <message>
        <source>Running cases</source>
        <translation>在办工单</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>together with %1</source>
        <translation>同时启用“%1”</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>No case is running: nothing has to keep an earlier version.</source>
        <translation>没有在办工单，不涉及旧版制度。</translation>
    </message>
    <message numerus="yes">
        <source>%n running case(s) keep the version they were recorded under; only what is recorded from that day on follows this one.</source>
        <translation>
            <numerusform>在办 %n 单继续按登记时的版本办理；该日起新登记的才按这套制度。</numerusform>
        </translation>
    </message>
    <message>
        <source> The first %1 of them:</source>
        <translation>前 %1 单：</translation>
    </message>
</context>
<context>
    <name>huiyin::VotePane</name>
    <message>
        <source>Agree  A</source>
        <translation>同意  A</translation>
    </message>
    <message>
        <source>Send back  R</source>
        <translation>退回  R</translation>
    </message>
    <message>
        <source>The regulation has no sending back at this place of the chain.</source>
        <translation>制度没有规定在这一环节退回。</translation>
    </message>
</context>
</TS>
