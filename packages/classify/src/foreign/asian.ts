// Words by core sense in Chinese (pieces of the text, simplified and traditional) and Korean (beginnings of words). The form is SenseLines.
import type { SenseLines } from './core-senses.ts';

export const asian: Readonly<Record<'zh' | 'ko', SenseLines>> = {
  zh: `
    cancel 取消 退订 退訂 解约 解約 解除 终止 終止 撤销 撤銷
    end 结束 結束 终止 終止 到期
    expire 到期 过期 過期 失效 届满 屆滿
    stop 停止 停用 终止 終止 停办
    suspend 暂停 暫停 冻结 凍結 锁定 鎖定 限制
    pause 暂停 暫停
    resume 恢复 恢復 重新 重启
    switch 更改 变更 變更 更新 升级 升級 降级 降級 转换 轉換 切换
    last 最后 最後
    until 直到 直至 截止 之前
    sorry 抱歉 遗憾 遺憾 对不起 對不起
    thanks 感谢 感謝 谢谢 謝謝
    start 开始 開始 激活 启用 啟用 开通 開通 欢迎 歡迎 注册 註冊 加入 生效
    soon 即将 即將 下次 下一 提醒 将于 將於
    subscription 订阅 訂閱 续订 續訂 订购 訂購
    contract 合同 合約 合约 协议 協議 保单 保單
    membership 会员 會員 成员 成員
    plan 套餐 方案 计划 計劃 版本
    trial 试用 試用 体验 體驗
    account 账户 帳戶 账号 帳號 设置 設定
    service 服务 服務 托管
    order 订单 訂單 预订 預訂 购买 購買 门票 发货 出貨 快递
    access 访问 訪問 登录 登入 权限 權限
    newsletter 电子报 電子報 通讯
    password 密码 密碼 验证码 驗證碼
    donation 捐款 捐赠 捐贈 捐助 赞助 贊助
    card 信用卡 银行卡 銀行卡 卡片 付款方式 支付方式 银行
    charge 扣款 扣费 扣費 收取 扣除 收费 收費
    invoice 发票 發票 账单 帳單 收据 收據
    pay 付款 支付 缴费 繳費 款项 款項
    refund 退款 退还 退還
    fee 价格 價格 费用 費用 金额 金額 涨价
    renew 续费 續費 续订 續訂 续期 續期 续约 續約 定期
    automatic 自动 自動
    fail 失败 失敗 拒绝 拒絕 未能 无法 無法 逾期 欠费 未付
    free 免费 免費
    request 申请 申請 请求 請求 要求
    receive 收到
    confirm 确认 確認
    done 成功 完成 已为您
    pending 等待 处理中 處理中 审核 審核 待处理
    period 每月 个月 個月 月度 每年 年度 按月 按年 每周 周期 週期
    day 日期 今天 明天 天后 天內
    not 不再 不会 不會 没有 沒有 未能 不能
    if 如果 如需 若您 除非
    before 之前 以前 前取消
    now 现在 現在 立即 已经 已經
    click 点击 點擊 链接 連結 按钮
    keep 保留 继续 繼續 仍然`,
  ko: `
    cancel 취소 해지 해약 철회 탈퇴
    end 종료 만료 끝 마감
    expire 만료 만기 소멸 기한
    stop 중단 중지 정지
    suspend 일시 정지 차단 제한 비활성 보류
    pause 일시정지 일시중지 휴면
    resume 재개 다시 복구 재활성
    switch 변경 전환 업그레이드 다운그레이드 업데이트 이동
    last 마지막 최종
    until 까지
    sorry 죄송 아쉽 유감 안타깝
    thanks 감사 고맙
    start 시작 활성 환영 신규 가입 등록 개통
    soon 곧 다음 예정 알림 안내
    subscription 구독 정기구독 정기결제
    contract 계약 약정 약관 보험
    membership 멤버십 회원 회원권 회비
    plan 요금제 플랜 상품 패키지 등급
    trial 체험 무료체험 시험
    account 계정 프로필 설정
    service 서비스 호스팅
    order 주문 예약 구매 티켓 배송
    access 접근 접속 로그인 이용
    newsletter 뉴스레터 소식지
    password 비밀번호 인증번호 인증코드 암호
    donation 후원 기부 기부금 후원금
    card 카드 신용카드 은행 결제수단
    charge 청구 출금 인출 이체 자동이체
    invoice 청구서 영수증 인보이스 명세서
    pay 결제 지불 납부 입금
    refund 환불 환급
    fee 가격 요금 금액 비용 인상
    renew 갱신 연장 재결제 정기
    automatic 자동
    fail 실패 거절 거부 오류 미납 연체 못했
    free 무료
    request 요청 신청
    receive 접수 수령 받았
    confirm 확인 승인
    done 완료 성공 처리되었
    pending 대기 처리 검토 진행
    period 매월 월간 개월 매년 연간 주간 기간 월 년
    day 일자 날짜 오늘 내일 일
    not 않 안 없 못
    if 경우 만약 않으면
    before 전에 이전
    now 지금 즉시 현재 이미 방금
    click 클릭 링크 버튼
    keep 유지 계속`,
};
